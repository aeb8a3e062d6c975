package org.dwastudio.nn.layout;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comparison of the paths of modules, such as {@code layer2.0.shortcut.1}, by their numbers and words. */
final class ModulePath {
    /** Orders by words as text and by numbers as numbers: {@code layer3.2} before {@code layer3.10}. */
    static final Comparator<String> NATURAL = ModulePath::compare;

    private static final Pattern TOKEN = Pattern.compile("[0-9]+|[^0-9]+");
    private static final Pattern SHORTCUT = Pattern.compile(
            "(?i)(?:^|[._])(?:i_?|id_?)?(?:short_?cut|down_?sampl\\w*|skip\\w*|identity\\w*|proj|projection|residual_conv"
                    + "|conv_?(?:skip|shortcut|res))(?:[._0-9]|$)");
    private static final Pattern ROLE = Pattern.compile(
            "(?i)(?:batch_?norm|instance_?norm|group_?norm|normalization|bnorm|norm|bn|gn|convolution|conv|cnn)(?:2d)?");

    private ModulePath() {}

    /** Returns true if a path names the projection of a residual connection. */
    static boolean isShortcut(String path) {
        return SHORTCUT.matcher(path).find();
    }

    /**
     * Returns the path with one and the same word for convolution and norm, so that those of a unit are equal:
     * {@code conv1} and {@code bn1} become {@code #1}.
     */
    static String withoutRole(String path) {
        return ROLE.matcher(path).replaceAll("#");
    }

    /** Returns the path of the containing module; empty for a module of the network itself. */
    static String parent(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    /** Returns the position in a sequence, or -1 if the last part of the path is not a number. */
    static int position(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        return last.matches("[0-9]{1,6}") ? Integer.parseInt(last) : -1;
    }

    /** Returns true if two different paths consist of the same words, so that their numbers order them. */
    static boolean differsInNumbersOnly(String one, String other) {
        List<String> first = tokens(one);
        List<String> second = tokens(other);
        if (first.size() != second.size()) {
            return false;
        }
        for (int i = 0; i < first.size(); i++) {
            boolean numbers = isNumber(first.get(i)) && isNumber(second.get(i));
            if (!numbers && !first.get(i).equals(second.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static int compare(String one, String other) {
        List<String> first = tokens(one);
        List<String> second = tokens(other);
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            int order = isNumber(first.get(i)) && isNumber(second.get(i))
                    ? new BigInteger(first.get(i)).compareTo(new BigInteger(second.get(i)))
                    : first.get(i).compareTo(second.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(first.size(), second.size());
    }

    private static List<String> tokens(String path) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(path);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static boolean isNumber(String token) {
        return Character.isDigit(token.charAt(0));
    }
}

package org.dwastudio;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comments, Javadoc and string literals of Java source files, without code. */
final class JavaProse {
    private static final Pattern TOKEN = Pattern.compile(
            "\"\"\"(?:\\\\.|[^\\\\])*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\n])++'|//[^\n]*|/\\*.*?\\*/",
            Pattern.DOTALL);
    private static final Pattern REFERENCE =
            Pattern.compile("\\{@(?:link|linkplain|code|value)\\s[^}]*}|@(?:param|see)\\s+\\S+");

    private JavaProse() {}

    /** Returns the prose of a file on the lines that it has there. */
    static String of(String source) {
        StringBuilder prose = new StringBuilder();
        Matcher token = TOKEN.matcher(source);
        int end = 0;
        while (token.find()) {
            prose.append(lineBreaks(source.substring(end, token.start())));
            String text = token.group();
            if (text.startsWith("/")) {
                prose.append(REFERENCE.matcher(text).replaceAll(found -> lineBreaks(found.group())));
            } else if (text.startsWith("\"")) {
                prose.append(text);
            }
            end = token.end();
        }
        return prose.toString();
    }

    private static String lineBreaks(String code) {
        return code.replaceAll("[^\n]", "");
    }
}

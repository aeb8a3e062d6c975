package org.dwastudio.weights.numpy;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dwastudio.text.DecimalText;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;

/**
 * Array in NumPy's format, versions 1 to 3, row-major.
 *
 * @param type NumPy's description of the values, such as {@code <f4} or {@code |u1}
 * @param shape sizes of the dimensions
 * @param values content, in the byte order of its type
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one file, never compared.
public record NpyArray(String type, long[] shape, ByteBuffer values) {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final int NEWEST_VERSION = 3;
    private static final Pattern DESCRIPTION = Pattern.compile("'descr':\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([^)]*)\\)");

    /**
     * Parses the content of a file.
     *
     * @throws IllegalArgumentException if it is no array, truncated, column-major, or holds Python objects
     */
    public static NpyArray parse(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        try {
            byte[] magic = new byte[MAGIC.length];
            in.get(magic);
            int version = in.get();
            in.get();
            if (!Arrays.equals(magic, MAGIC) || version < 1 || version > NEWEST_VERSION) {
                throw new DescribedArgumentException(Message.of("numpy.none"));
            }
            int length = version == 1 ? Short.toUnsignedInt(in.getShort()) : in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new DescribedArgumentException(Message.of("numpy.header"));
            }
            byte[] header = new byte[length];
            in.get(header);
            return parse(new String(header, StandardCharsets.UTF_8), in.slice());
        } catch (BufferUnderflowException e) {
            throw new DescribedArgumentException(Message.of("numpy.header"), e);
        }
    }

    private static NpyArray parse(String header, ByteBuffer values) {
        String type = group(DESCRIPTION, header);
        if (type.contains("O")) {
            throw new DescribedArgumentException(Message.of("numpy.objects"));
        }
        if ("True".equals(group(ORDER, header))) {
            throw new DescribedArgumentException(Message.of("numpy.columns"));
        }
        long[] shape = Pattern.compile(",")
                .splitAsStream(group(SHAPE, header))
                .map(String::trim)
                .filter(size -> !size.isEmpty())
                .mapToLong(DecimalText::size)
                .toArray();
        ByteOrder order = type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyArray(type, shape, values.order(order));
    }

    private static String group(Pattern pattern, String header) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new DescribedArgumentException(Message.of("numpy.brokenHeader", PrintableText.name(header.trim())));
        }
        return matcher.group(1);
    }
}

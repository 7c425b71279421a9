package dev.pullback.samples.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The bytecode sizes of a class's methods, read from its class file: the virtual machine never compiles a method of
 * 8,000 bytes or more. Overloads share one entry, that of the longest.
 */
final class MethodSizes {

    private static final int MAGIC = 0xCAFEBABE;

    private MethodSizes() {}

    /** The size of the longest method; empty if the class does not exist. */
    static OptionalInt largest(String className) {
        String resource = "/" + className.replace('.', '/') + ".class";
        try (InputStream in = MethodSizes.class.getResourceAsStream(resource)) {
            if (in == null) {
                return OptionalInt.empty();
            }
            return read(in.readAllBytes()).values().stream()
                    .mapToInt(Integer::intValue)
                    .max();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /** The code length by method name; methods without code are left out. */
    static Map<String, Integer> read(byte[] classFile) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        if (in.readInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        in.skipNBytes(4); // version
        Map<Integer, String> names = readNames(in);
        in.skipNBytes(6); // access, this, super
        in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
        Map<String, Integer> sizes = new TreeMap<>();
        readMembers(in, names, new TreeMap<>()); // fields
        readMembers(in, names, sizes);
        return sizes;
    }

    private static Map<Integer, String> readNames(DataInputStream in) throws IOException {
        Map<Integer, String> names = new TreeMap<>();
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> names.put(i, in.readUTF());
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++; // long and double take two entries
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                default -> throw new IOException("unknown constant pool tag " + tag);
            }
        }
        return names;
    }

    private static void readMembers(DataInputStream in, Map<Integer, String> names, Map<String, Integer> sizes)
            throws IOException {
        int members = in.readUnsignedShort();
        for (int i = 0; i < members; i++) {
            in.skipNBytes(2);
            String name = names.get(in.readUnsignedShort());
            in.skipNBytes(2);
            int attributes = in.readUnsignedShort();
            for (int j = 0; j < attributes; j++) {
                String attribute = names.get(in.readUnsignedShort());
                long length = Integer.toUnsignedLong(in.readInt());
                if (attribute.equals("Code")) {
                    in.skipNBytes(4); // max stack, max locals
                    sizes.merge(name, in.readInt(), Math::max);
                    length -= 8;
                }
                in.skipNBytes(length);
            }
        }
    }
}

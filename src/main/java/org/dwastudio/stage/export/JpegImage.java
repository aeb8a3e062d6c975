package org.dwastudio.stage.export;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.ImageOrigin;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Images as JPEG files at quality 95 of 100: gray, or YCbCr without chroma subsampling. */
final class JpegImage {
    private static final float QUALITY = 0.95f;
    private static final String TREE = "javax_imageio_jpeg_image_1.0";

    private JpegImage() {}

    /** Encodes an image; the file has the provenance text of the run's PNG without folders. */
    static byte[] encode(DistilledSet.ImageRef source) throws IOException {
        byte[] jpeg = encode(source.read());
        Optional<ImageOrigin> origin = source.origin();
        return origin.isPresent() ? origin.get().inJpeg(jpeg) : jpeg;
    }

    private static byte[] encode(ImageBatch source) throws IOException {
        BufferedImage image = image(source);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Explicit memory stream: ImageIO's default keeps its cache in a file on disk.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, metadata(writer, image, settings)), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage image(ImageBatch source) {
        int type = source.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
        BufferedImage image = new BufferedImage(source.width(), source.height(), type);
        int[] samples = new int[source.bytes().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = source.bytes()[i] & 0xFF;
        }
        image.getRaster().setPixels(0, 0, source.width(), source.height(), samples);
        return image;
    }

    /**
     * Returns metadata without chroma subsampling, which the encoder applies by default and which degrades small
     * images.
     */
    private static IIOMetadata metadata(ImageWriter writer, BufferedImage image, ImageWriteParam settings)
            throws IIOInvalidTreeException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), settings);
        Node tree = metadata.getAsTree(TREE);
        NodeList components = ((Element) tree).getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            Element component = (Element) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        metadata.setFromTree(TREE, tree);
        return metadata;
    }
}

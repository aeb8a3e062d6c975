package org.dwastudio.nn.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.block.ResidualKind;
import org.dwastudio.nn.block.ResidualShortcut;

/** Table of the architectures, each with the width of the published network and the supported stems and image sizes. */
public final class KnownArchitectures {
    /** Architectures that users can choose from, in display order. */
    public static final List<String> OFFERED = List.of(
            "convnet3",
            "convnet4",
            "convnet3-instance",
            "convnet4-instance",
            "convnet3-plain",
            "convnet4-plain",
            "resnet18",
            "resnet34",
            "resnet50",
            "resnet101",
            "resnet20",
            "resnet32",
            "resnet44",
            "resnet56",
            "resnet110",
            "resnet20-b",
            "resnet32-b",
            "resnet44-b",
            "resnet56-b",
            "resnet110-b",
            "wideresnet16",
            "wideresnet28",
            "vgg11_bn",
            "vgg16_bn",
            "mobilenet_v2",
            "shufflenet_v2_x0_5",
            "shufflenet_v2_x1_0",
            "efficientnet_b0");

    private static final int CONVNET_WIDTH = 128;
    /** Padding keeps at least one pixel, but fewer than eight carry no information. */
    private static final int SMALLEST_IMAGE = 8;

    private static final int SMALLEST_VGG_IMAGE = 32;

    private KnownArchitectures() {}

    /** Returns the architectures by name; {@code convnet} is an alias of {@code convnet3}. */
    public static Map<String, ArchitectureSpec> all() {
        Map<String, ArchitectureSpec> all = new LinkedHashMap<>();
        all.put("convnet", convnet(3, ConvNetNorm.BATCH));
        for (int depth = 3; depth <= 4; depth++) {
            all.put("convnet" + depth, convnet(depth, ConvNetNorm.BATCH));
            all.put("convnet" + depth + "-instance", convnet(depth, ConvNetNorm.INSTANCE));
            all.put("convnet" + depth + "-plain", convnet(depth, ConvNetNorm.NONE));
        }
        all.put("resnet18", resnet(ResidualKind.BASIC, 2, 2, 2, 2));
        all.put("resnet34", resnet(ResidualKind.BASIC, 3, 4, 6, 3));
        all.put("resnet50", resnet(ResidualKind.BOTTLENECK, 3, 4, 6, 3));
        all.put("resnet101", resnet(ResidualKind.BOTTLENECK, 3, 4, 23, 3));
        all.put("resnet-bottleneck-1111", resnet(ResidualKind.BOTTLENECK, 1, 1, 1, 1));
        for (int blocks : new int[] {3, 5, 7, 9, 18}) {
            String name = "resnet" + (6 * blocks + 2);
            all.put(name, cifarResnet(blocks, ResidualShortcut.PADDED));
            all.put(name + "-b", cifarResnet(blocks, ResidualShortcut.SHORTCUT));
        }
        all.put("wideresnet16", wideResnet(2, 64));
        all.put("wideresnet28", wideResnet(4, 160));
        all.put("vgg11_bn", vgg(1, 1, 2, 2, 2));
        all.put("vgg16_bn", vgg(2, 2, 3, 3, 3));
        all.put("mobilenet_v2", bothStems(MobileNetV2::new, 32, SMALLEST_IMAGE));
        all.put("shufflenet_v2_x0_5", shufflenet(48, 96, 192));
        all.put("shufflenet_v2_x1_0", shufflenet(116, 232, 464));
        all.put("efficientnet_b0", bothStems(EfficientNet::new, 32, SMALLEST_IMAGE));
        return all;
    }

    private static ArchitectureSpec bothStems(Architecture architecture, int fullWidth, int smallestOfImagenet) {
        Map<Stem, Integer> smallest = Map.of(Stem.SMALL, SMALLEST_IMAGE, Stem.IMAGENET, smallestOfImagenet);
        return new ArchitectureSpec(architecture, fullWidth, smallest, true);
    }

    private static ArchitectureSpec convnet(int depth, ConvNetNorm norm) {
        // An image of this size has one pixel left after {@code depth} halvings.
        Map<Stem, Integer> smallest = Map.of(Stem.SMALL, 1 << depth);
        return new ArchitectureSpec(
                (config, scope) -> new ConvNet(config, scope, depth, norm),
                CONVNET_WIDTH,
                smallest,
                norm == ConvNetNorm.BATCH);
    }

    private static ArchitectureSpec resnet(ResidualKind kind, Integer... blocks) {
        List<Integer> counts = List.of(blocks);
        return bothStems((config, scope) -> new ResNet(config, scope, kind, counts), 64, SMALLEST_IMAGE);
    }

    private static ArchitectureSpec cifarResnet(int blocks, ResidualShortcut shortcut) {
        return smallStem((config, scope) -> new CifarResNet(config, scope, blocks, shortcut), 16);
    }

    private static ArchitectureSpec wideResnet(int blocks, int fullWidth) {
        return smallStem((config, scope) -> new WideResNet(config, scope, blocks), fullWidth);
    }

    private static ArchitectureSpec smallStem(Architecture architecture, int fullWidth) {
        return new ArchitectureSpec(architecture, fullWidth, Map.of(Stem.SMALL, SMALLEST_IMAGE), true);
    }

    private static ArchitectureSpec vgg(Integer... depths) {
        List<Integer> counts = List.of(depths);
        return bothStems((config, scope) -> new Vgg(config, scope, counts), 64, SMALLEST_VGG_IMAGE);
    }

    private static ArchitectureSpec shufflenet(Integer... channels) {
        List<Integer> stages = List.of(channels);
        return bothStems((config, scope) -> new ShuffleNetV2(config, scope, stages), 24, SMALLEST_IMAGE);
    }
}

package org.dwastudio.ui.theme;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/** Icon of the program for title bars and task switchers. */
public final class ProgramIcon {
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256};

    private ProgramIcon() {}

    /** Returns one image of every size, the smallest first; the desktop picks those it needs. */
    public static List<Image> inAllSizes() {
        return IntStream.of(SIZES).mapToObj(ProgramIcon::ofSize).toList();
    }

    private static Image ofSize(int pixels) {
        String name = "/assets/icon/dwa-studio-" + pixels + ".png";
        URL address = Objects.requireNonNull(
                ProgramIcon.class.getResource(name), () -> name + " is missing from the class path");
        return new Image(address.toExternalForm());
    }
}

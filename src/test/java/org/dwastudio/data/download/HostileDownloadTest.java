package org.dwastudio.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dwastudio.data.download.DownloadFixture.goodArchive;
import static org.dwastudio.data.download.DownloadFixture.tarPlan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dwastudio.attack.HostilePlace;
import org.dwastudio.data.DatasetException;
import org.dwastudio.text.FailureCause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Downloads into a folder that somebody else has prepared. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class HostileDownloadTest extends DownloadTestCase {
    private Path thesis;

    @BeforeEach
    void writeAThesis() throws Exception {
        Files.createDirectories(parent);
        thesis = Files.createDirectory(folder.resolve("thesis"));
        Files.writeString(thesis.resolve("chapter.tex"), "mine");
    }

    @Test
    void aLinkInPlaceOfTheFolderOfPartsIsNotFollowed() throws Exception {
        Path work = Files.createSymbolicLink(parent.resolve("small.download"), thesis);

        assertThatThrownBy(() -> fetch(tarPlan(server, goodArchive())))
                .isInstanceOf(DatasetException.class)
                .hasMessage("The folder " + work + " is a symbolic link; downloads are kept in a folder of their own."
                        + " Please remove the link.");

        assertThat(thesis.toFile().list()).containsExactly("chapter.tex");
    }

    static Stream<Arguments> places() {
        return Stream.of("set.tar.gz", "set.tar.gz.part", "set.tar.gz.version", "lock", "unpacked")
                .flatMap(file -> Stream.of(HostilePlace.values()).map(place -> Arguments.of(file, place)));
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatIsInThePlaceOfAPartIsReplacedOrRefused(String file, HostilePlace place) throws Exception {
        byte[] archive = goodArchive();
        server.answering(LoopbackServer.serving(archive));
        Path work = Files.createDirectory(parent.resolve("small.download"));
        place.put(work.resolve(file));

        try {
            fetch(tarPlan(server, archive));
            assertUnpackedNextToTheThesis();
        } catch (IOException e) {
            assertThat(FailureCause.messageOf(e)).contains(file.replaceAll("\\.(part|version)$", ""));
        }

        assertThat(thesis.resolve("chapter.tex")).hasContent("mine");
    }

    static Stream<Arguments> links() {
        return Stream.of("set.tar.gz", "set.tar.gz.part", "set.tar.gz.version", "lock", "unpacked")
                .flatMap(file -> Stream.of("", "chapter.tex").map(target -> Arguments.of(file, target)));
    }

    @ParameterizedTest
    @MethodSource("links")
    void nothingIsWrittenThroughLinks(String file, String target) throws Exception {
        byte[] archive = goodArchive();
        server.answering(LoopbackServer.serving(archive));
        Path work = Files.createDirectory(parent.resolve("small.download"));
        Files.createSymbolicLink(work.resolve(file), thesis.resolve(target));

        try {
            fetch(tarPlan(server, archive));
            assertUnpackedNextToTheThesis();
        } catch (IOException e) {
            assertThat(FailureCause.messageOf(e)).contains(file.replaceAll("\\.(part|version)$", ""));
        }

        assertThat(thesis.toFile().list()).containsExactly("chapter.tex");
        assertThat(thesis.resolve("chapter.tex")).hasContent("mine");
    }

    private void assertUnpackedNextToTheThesis() {
        assertThat(parent.resolve("small/train/pixels.bin")).hasBinaryContent(DownloadFixture.PIXELS);
        assertThat(parent.toFile().list()).containsExactly("small");
    }
}

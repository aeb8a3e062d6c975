package org.dwastudio.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dwastudio.data.download.DownloadFixture.PATIENT;
import static org.dwastudio.data.download.DownloadFixture.tree;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.dwastudio.data.DatasetException;
import org.dwastudio.event.ProgressListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Extraction of archives that match their published description, and of malicious ones. */
@Timeout(60)
class ArchiveExtractorTest {
    private static final byte[] EVIL = {'e', 'v', 'i', 'l'};

    @TempDir
    private Path folder;

    private LoopbackServer server;
    private Path parent;

    @BeforeEach
    void open() throws Exception {
        server = new LoopbackServer();
        parent = Files.createDirectories(folder.resolve("a/b/datasets"));
        Files.writeString(folder.resolve("a/mine.txt"), "mine");
    }

    @AfterEach
    void close() {
        server.close();
    }

    static Stream<Arguments> evilTars() {
        return Stream.of(
                evilName("/tmp/dwa-evil.txt", "its name begins at the root"),
                evilName("../evil.txt", "its name leads out of the folder"),
                evilName("set/train/../../../../mine.txt", "its name leads out of the folder"),
                evilName("..", "its name leads out of the folder"),
                evilName(
                        "set/" + "n".repeat(5000),
                        "set/" + "n".repeat(196),
                        "its name has 5004 characters, more than 4096"),
                evilName("C:/evil.txt", "its name holds a colon"),
                evilName("C:evil.txt", "its name holds a colon"),
                evilName("set/names.txt:stream", "its name holds a colon"),
                evilName("..\\..\\evil.txt", "its name holds a backslash"),
                evilName("\\\\host\\share\\evil.txt", "its name holds a backslash"),
                evilName("set/ev\nil.txt", "set/ev?il.txt", "its name holds control characters"),
                evilKind("set/link", TarConstants.LF_SYMLINK, "../../../mine.txt", "it is a link"),
                evilKind("set/inner", TarConstants.LF_SYMLINK, "names.txt", "it is a link"),
                evilKind("set/hard", TarConstants.LF_LINK, "/etc/passwd", "it is a link"),
                evilKind("set/null", TarConstants.LF_CHR, "", "it is a device or the like"),
                evilKind("set/disk", TarConstants.LF_BLK, "", "it is a device or the like"),
                evilKind("set/pipe", TarConstants.LF_FIFO, "", "it is a device or the like"));
    }

    private static Arguments evilName(String name, String reason) {
        return evilName(name, name, reason);
    }

    private static Arguments evilName(String name, String shown, String reason) {
        Archives.TarContent content = tar -> Archives.file(tar, name);
        return arguments(shown, reason, content);
    }

    private static Arguments evilKind(String name, byte kind, String target, String reason) {
        Archives.TarContent content = tar -> Archives.special(tar, name, kind, target);
        return arguments(name, reason, content);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("evilTars")
    void anEvilEntryOfATarIsRejectedByNameAndNothingIsWritten(String name, String reason, Archives.TarContent evil)
            throws Exception {
        byte[] archive = Archives.tarGz(tar -> {
            Archives.file(tar, "set/first.txt");
            evil.writeTo(tar);
        });

        assertRefused(DownloadFixture.tarPlan(server, archive), archive, "'" + name + "' is refused, for " + reason);
    }

    static Stream<Arguments> evilZips() {
        return Stream.of(
                evilEntry("/tmp/dwa-evil.txt", 0100644, "its name begins at the root"),
                evilEntry("../../mine.txt", 0100644, "its name leads out of the folder"),
                evilEntry("set/../../evil.txt", 0100644, "its name leads out of the folder"),
                evilEntry("D:/evil.txt", 0100644, "its name holds a colon"),
                evilEntry("set/link", 0120777, "it is a link"),
                evilEntry("set/device", 0020644, "it is a device or the like"));
    }

    private static Arguments evilEntry(String name, int mode, String reason) {
        Archives.ZipContent content = zip -> Archives.entry(zip, name, mode, EVIL);
        return arguments(name, reason, content);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("evilZips")
    void anEvilEntryOfAZipIsRejectedLikewise(String name, String reason, Archives.ZipContent evil) throws Exception {
        byte[] archive = Archives.zip(zip -> {
            Archives.file(zip, "set/first.txt", EVIL);
            evil.writeTo(zip);
        });

        assertRefused(DownloadFixture.zipPlan(server, archive), archive, "'" + name + "' is refused, for " + reason);
    }

    @Test
    void aBackslashInAZipIsSeenToo() throws Exception {
        byte[] zip = Archives.zip(content -> Archives.file(content, "..!evil.txt", EVIL));
        byte[] patched = new String(zip, StandardCharsets.ISO_8859_1)
                .replace("..!evil", "..\\evil")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(
                DownloadFixture.zipPlan(server, patched),
                patched,
                "'..\\evil.txt' is refused, for its name holds a back");
    }

    @Test
    void aFileThatComesTwiceIsRejected() throws Exception {
        byte[] tar = Archives.tarGz(content -> {
            Archives.file(content, "set/names.txt");
            Archives.file(content, "./set//names.txt");
        });
        byte[] zip = Archives.zip(content -> {
            Archives.file(content, "set/names.txt", EVIL);
            Archives.file(content, "set/names.txt", EVIL);
        });

        assertRefused(DownloadFixture.tarPlan(server, tar), tar, "'./set//names.txt' is refused, for it is in the");
        assertRefused(DownloadFixture.zipPlan(server, zip), zip, "'set/names.txt' is refused, for it is in the");
    }

    @Test
    void aFileInTheWayOfAFolderIsRejected() throws Exception {
        byte[] archive = Archives.tarGz(tar -> {
            Archives.file(tar, "set");
            Archives.file(tar, "set/names.txt");
        });

        assertRefused(
                DownloadFixture.tarPlan(server, archive),
                archive,
                "'set/names.txt' is refused, for a file of the archive");
    }

    @Test
    void aFileInTheWayOfAFolderAboveIsRejected() throws Exception {
        byte[] archive = Archives.tarGz(tar -> {
            Archives.file(tar, "set");
            Archives.file(tar, "set/a/b/names.txt");
        });

        assertRefused(
                DownloadFixture.tarPlan(server, archive),
                archive,
                "'set/a/b/names.txt' is refused, for a file of the archive");
    }

    @Test
    void moreEntriesThanTheDatasetHasAreRejected() throws Exception {
        byte[] archive = Archives.tarGz(tar -> {
            for (int i = 0; i <= 10; i++) {
                Archives.file(tar, "set/" + i);
            }
        });

        assertRefused(
                DownloadFixture.tarPlan(server, archive),
                archive,
                "'set/10' is refused, for the archive holds more than 10 entries");
    }

    @Test
    void moreBytesThanTheDatasetHasAreRejectedWhateverTheArchiveStates() throws Exception {
        byte[] zeros = new byte[2_000_000];
        byte[] tar = Archives.tarGz(content -> Archives.file(content, "set/bomb", zeros));
        byte[] zip = Archives.zip(content -> Archives.file(content, "set/bomb", zeros));
        String reason = "'set/bomb' is refused, for the archive would take more than 1000000 bytes";

        assertThat(tar).hasSizeLessThan(10_000);
        assertRefused(DownloadFixture.tarPlan(server, tar), tar, reason);
        assertRefused(DownloadFixture.zipPlan(server, zip), zip, reason);
    }

    @Test
    void manySmallFilesCountAsTheDiskCountsThem() throws Exception {
        Path into = folder.resolve("unpacked");
        Path archive = Files.write(folder.resolve("many.tar.gz"), Archives.tarGz(content -> {
            for (int i = 0; i < 5; i++) {
                Archives.file(content, "set/" + i);
            }
        }));
        ArchiveExtractor unpacking = new ArchiveExtractor(
                new ArchiveLayout.Unpacked(ArchiveLayout.Format.TAR_GZ, "set", 10, 4 * 4096),
                new DiskSpaceChecker(FreeSpace.OF_DISK),
                new StopSignal(() -> false),
                bytes -> {});

        assertThatThrownBy(() -> unpacking.unpack(archive, into))
                .isInstanceOf(UnsafeArchiveException.class)
                .hasMessageContaining("'set/4' is refused, for the archive would take more than 16384 bytes");
    }

    @Test
    void aBrokenArchiveIsReported() throws Exception {
        byte[] good = DownloadFixture.goodArchive();
        byte[] tar = Arrays.copyOf(good, good.length / 2);
        byte[] noZip = DownloadFixture.noise(5000);

        assertRefused(
                DownloadFixture.tarPlan(server, tar), tar, "set.tar.gz is broken: it ends too early. Please get it");
        assertRefused(DownloadFixture.zipPlan(server, noZip), noZip, "set.zip is broken: ");
    }

    private void assertRefused(DownloadPlan plan, byte[] archive, String message) throws Exception {
        server.answering(LoopbackServer.serving(archive));

        assertThatThrownBy(() -> new DatasetDownloader(PATIENT).fetch(plan, parent, ProgressListener.NONE, () -> false))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("Please get it from its publisher again.");

        assertThat(parent).isEmptyDirectory();
        assertThat(tree(folder)).containsOnlyKeys("a/mine.txt");
        assertThat(folder.resolve("a/mine.txt")).hasContent("mine");
        assertThat(Path.of("/tmp/dwa-evil.txt")).doesNotExist();
    }
}

package org.dwastudio.ui.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.StageName;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.event.RunEvent;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.stage.lifecycle.OutOfMemoryTranslator;
import org.dwastudio.stage.lifecycle.RunFailure;
import org.dwastudio.teacher.TeacherMetadata;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslatedFailuresTest {
    private final Messages japanese = Messages.in(Language.JAPANESE);
    private final Messages english = Messages.in(Language.ENGLISH);
    private final Notices notices = new Notices();

    @TempDir
    private Path folder;

    @Test
    void aDatasetThatIsNotThere() {
        Path missing = folder.resolve("none");

        assertThat(shown("notice.dataset", () -> read(missing)))
                .isEqualTo("データセットを読み込めませんでした。フォルダーまたはファイル " + missing + " はありません。データセットのパスを確認してください。");
    }

    @Test
    void aFolderWithoutADataset() {
        assertThat(shown("notice.dataset", () -> read(folder))).contains("データセットが見つかりません。次のいずれかを選択してください: 画像フォルダー");
    }

    @Test
    void aClassWithoutImages() throws IOException {
        for (String name : List.of("cat", "dog")) {
            Files.createDirectory(folder.resolve(name));
        }

        assertThat(shown("notice.dataset", () -> read(folder))).contains("画像がありません");
    }

    @Test
    void aNumberOutsideItsRangeWithFileLineAndKey() {
        assertThat(shown(
                        "notice.open",
                        () -> ExperimentReader.parse("synthesis:\n  rho: 5\n  iterations: 2.5\n", "e.yaml")))
                .isEqualTo("実験を開けませんでした。e.yaml:2: synthesis.rho: 5 は範囲外です。有効範囲: 0〜0.5\n"
                        + "e.yaml:3: synthesis.iterations: 2.5 は整数ではありません。有効範囲: 0〜20000(整数)");
    }

    @Test
    void anUnknownKeyAndAWrongChoice() {
        assertThat(shown(
                        "notice.open",
                        () -> ExperimentReader.parse("synthesis:\n  rh0: 0.1\n  direction: up\n", "e.yaml")))
                .contains("synthesis.rh0: 不明なキーです。rho のことですか?", "synthesis.direction: 'up' は使用できません");
    }

    @Test
    void aFileThatIsNoTeacher() throws IOException {
        Path file = Files.writeString(folder.resolve("a.safetensors"), "<html>");

        assertThat(shown("notice.teacher", () -> TeacherMetadata.read(file))).contains("ファイルが破損しているか、途中で終わっています");
        assertThat(shown("teacher.notice.add", () -> TeacherMetadata.read(folder.resolve("b.safetensors"))))
                .contains("ファイルがありません。パスを確認してください。");
    }

    @Test
    void aFolderThatIsNoRun() {
        assertThat(shown("notice.open", () -> RunDirectory.open(folder)))
                .isEqualTo("実験を開けませんでした。" + folder + ": 実行フォルダーではありません(experiment.yaml がありません)。実行が保存されたフォルダーを選択してください");
    }

    @Test
    void aFullDiskAndAFileThatIsGone() {
        assertThat(shown("notice.run", () -> {
                    throw RunFolderException.cannotWrite(folder, new IOException("No space left on device"));
                }))
                .contains("ディスクの空きがありません");
        assertThat(shown("notice.save", () -> {
                    throw new CompletionException(new NoSuchFileException("/a/b.yaml"));
                }))
                .isEqualTo("実験を保存できませんでした。/a/b.yaml: ファイルまたはフォルダーがありません。");
    }

    @Test
    void aLackOfMemory() {
        RunEvent.StageFailed translated =
                RunFailure.of(StageName.SYNTHESIS, OutOfMemoryTranslator.of(new OutOfMemoryError(), 100, 20));
        RunEvent.StageFailed plain = RunFailure.of(StageName.SYNTHESIS, new OutOfMemoryError());

        assertThat(japanese.show(translated.message())).startsWith("バッチサイズ 100 に必要なメモリーがありません。バッチサイズを 20 以下にする");
        assertThat(japanese.show(plain.message())).startsWith("メモリーが不足しています。");
        assertThat(english.show(plain.message())).startsWith("There is not enough memory.");
    }

    @Test
    void theEnglishWindowAndTheCommandLineKeepTheirText() {
        Throwable failure = catchThrowable(() -> ExperimentReader.parse("synthesis:\n  rho: 5\n", "e.yaml"));
        notices.addFailure("notice.open", failure);

        assertThat(failure)
                .isInstanceOf(ConfigException.class)
                .hasMessage("e.yaml:2: synthesis.rho: 5 is outside the allowed range 0 to 0.5");
        assertThat(notices.shown().get(0).arguments()).containsExactly(failure.getMessage());
        assertThat(text(english, notices.shown().get(0)))
                .isEqualTo("The experiment could not be opened. " + failure.getMessage());
    }

    @Test
    void licensesOfDownloadsAreTranslated() {
        assertThat(PublishedDataset.values()).allSatisfy(dataset -> {
            assertThat(japanese.show(dataset.license())).contains("ライセンス");
            assertThat(english.show(dataset.license())).contains("license");
        });
    }

    @Test
    void rangesAreTranslated() {
        assertThat(japanese.show(SynthesisSettings.table()
                        .parameter("imagesPerClass")
                        .orElseThrow()
                        .range()
                        .description()))
                .matches("1〜\\d+\\(整数\\)");
    }

    @Test
    void aTextOfAnotherLibraryStaysAsItIs() {
        notices.add(Notice.failed(
                "notice.run",
                "",
                new RunEvent.StageFailed(StageName.SYNTHESIS, "device lost", "", Instant.EPOCH).message()));

        assertThat(text(japanese, notices.shown().get(0))).isEqualTo("実行が途中で終了しました。device lost");
    }

    private String shown(String key, ThrowingCallable action) {
        Throwable failure = catchThrowable(action);
        assertThat(failure).isNotNull();
        notices.dismissAll();
        notices.addFailure(key, failure);
        return text(japanese, notices.shown().get(0));
    }

    private static String text(Messages texts, Notice notice) {
        return texts.format(notice.key(), notice.values().toArray());
    }

    private static void read(Path dataset) throws IOException {
        new DatasetCatalog().open(new DatasetConfig(dataset.toString()));
    }
}

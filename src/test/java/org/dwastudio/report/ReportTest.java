package org.dwastudio.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dwastudio.report.ReportedRun.CLASSES;
import static org.dwastudio.report.ReportedRun.EXPERIMENT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.run.ImageStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    private Path temp;

    private ReportPage page;

    private ReportedRun made;

    @BeforeEach
    void makeRun() throws IOException {
        made = new ReportedRun(temp);
    }

    @Test
    void theSummaryHoldsTheFiguresThatWereMeasured() throws Exception {
        made.evaluate("convnet3-w16-aaaa", 0.6, 0.5, 0.8);

        page = made.write(Locale.ENGLISH);

        assertThat(page.text("//*[@id='ending']")).isEqualTo("The run is complete: 6 images.");
        assertThat(page.card("images")).containsExactly("1 %", "6 instead of 600");
        assertThat(page.card("accuracy"))
                .containsExactly("61.0 %", "of 81.0 % with all real images: 75.3 % of it. Guessing gives 33.3 %.");
        assertThat(page.card("time").get(0)).isEqualTo("12.0 s");
        assertThat(page.card("storage")).containsExactly("1 kB", "instead of 115 kB, both as uncompressed pixels");
        assertThat(page.text("//*[@id='verdict']"))
                .isEqualTo("The distilled images did better than the same number of random real images: 61.0 ± 1.4 %"
                        + " against 51.0 ± 1.4 % (+10.0 points), with the same recipe and the same number of"
                        + " steps.");
        assertThat(page.text("//*[@id='verdict']/@class")).isEqualTo("verdict better");
    }

    @Test
    void classesWithFewerRealImagesThanDistilledOnesAreNamed() throws Exception {
        made.evaluate("convnet3-w16-aaaa", 0.6, 0.5, 0.8);

        page = made.write(Locale.ENGLISH);

        assertThat(page.text("//*[@id='evaluation']//*[local-name()='p' and @class='warning']"))
                .isEqualTo("Classes with fewer real training images than distilled images (1): " + CLASSES.get(1)
                        + " (1 < 2). The random real images of these classes repeat, so that both sets have the same"
                        + " number of images of each class.");
    }

    @Test
    void itReportsThatRandomRealImagesDidBetterOrAsWell() throws Exception {
        made.evaluate("convnet3-w16-aaaa", 0.5, 0.6, 0.8);
        page = made.write(Locale.ENGLISH);
        assertThat(page.text("//*[@id='verdict']"))
                .startsWith("The same number of random real images did better: 61.0 ± 1.4 % against 51.0 ± 1.4 %"
                        + " for the distilled images (−10.0 points)")
                .contains("a random selection of real images would have been the better choice");

        made.evaluate("convnet3-w16-aaaa", 0.61, 0.6, 0.8);
        page = made.write(Locale.ENGLISH);
        assertThat(page.text("//*[@id='verdict']"))
                .contains("There is no clear difference between the distilled images and the same number of random real"
                        + " images: 62.0 ± 1.4 % against 61.0");
    }

    @Test
    void theTablesHoldEveryKindEveryStudentAndTheScores() throws Exception {
        made.evaluate("convnet3-w16-aaaa", 0.6, 0.5, 0.8);

        page = made.write(Locale.ENGLISH);

        assertThat(page.rows("kinds")).hasSize(6);
        assertThat(page.rows("kinds").get(0))
                .isEqualTo("distilled|soft labels|6|1 %|2|61.0 ± 1.4 %|78.3 ± 0.0 %|71.0 ± 1.4 %|96.0 ± 1.4 %|12.0 s");
        assertThat(page.rows("students")).hasSize(12);
        assertThat(page.rows("students").get(6))
                .isEqualTo("distilled|soft labels|2|400|62.0 %|78.3 %|72.0 %|380|97.0 %|12.0 s");
        assertThat(page.texts("//x:dt"))
                .containsExactly(
                        "Hard label recovery (HLR): +20.0 ± 0.0 points",
                        "Improvement over random (IOR): +10.0 ± 0.0 points",
                        "Label robust score (LRS): 0.248 ± 0.000");
        assertThat(page.texts("//x:p[@class='warning']"))
                .last()
                .asString()
                .startsWith("The classes of the test images differ in size: top-1 and the scores count large classes"
                        + " more.");
        assertThat(page.rows("classes").get(1)).startsWith("<b>boot</b>|75.0 %");
        assertThat(page.rows("confusion").get(0)).isEqualTo("T-shirt/top|12|8|0");
        assertThat(page.count("//x:rect")).isEqualTo(6);
        assertThat(page.count("//x:path[@class='error']")).isEqualTo(6);
    }

    @Test
    void severalEvaluationsAreInOneTableWithARowGroupForEach() throws Exception {
        made.evaluate("convnet3-w16-aaaa", 0.6, 0.5, 0.8);
        assertThat(made.write(Locale.ENGLISH).rows("evaluations")).isEmpty();
        made.evaluate("vgg11_bn-w8-bbbb", 0.5, 0.4, 0.7);

        page = made.write(Locale.ENGLISH);

        assertThat(page.rows("evaluations")).hasSize(12);
        assertThat(page.rows("evaluations").get(0))
                .isEqualTo("convnet3-w16-aaaa|distilled|soft labels|400|2|61.0 ± 1.4 %|78.3 ± 0.0 %");
        assertThat(page.rows("evaluations").get(1)).startsWith("|random real|soft labels|400|2|51.0 ± 1.4 %");
        assertThat(page.rows("evaluations").get(6))
                .startsWith("vgg11_bn-w8-bbbb|distilled|soft labels|400|2|51.0 ± 1.4 %");
        assertThat(page.rows("evaluation-scores"))
                .containsExactly(
                        "convnet3-w16-aaaa|+20.0 ± 0.0|+10.0 ± 0.0|0.248 ± 0.000|not measured",
                        "vgg11_bn-w8-bbbb|+20.0 ± 0.0|+10.0 ± 0.0|0.248 ± 0.000|not measured");
    }

    @Test
    void curvesAreTheMeansOfAllColumnsAndHaveTheLineOfRealImages() throws Exception {
        page = made.write(Locale.ENGLISH);

        // 15 and 5, on an axis from 1 to 100, over the iterations 0 and 1.
        assertThat(page.text("//x:polyline[@class='curve total']/@points")).isEqualTo("58.0,97.7 538.0,147.3");
        assertThat(page.count("//x:line[@class='curve random']")).isEqualTo(1);
        assertThat(page.texts("//x:p[@class='legend']/x:span"))
                .containsExactly(
                        "total",
                        "cross-entropy",
                        "batch-norm mean",
                        "batch-norm variance",
                        "distilled images",
                        "random real images");
        assertThat(page.texts("//*[@id='curves']//x:p"))
                .contains("Cosine within a class (lower is more diverse): not measured");
    }

    @Test
    void imagesAreInTheFileByClass() throws Exception {
        page = made.write(Locale.ENGLISH);

        assertThat(page.texts("//x:div[@class='class-row']/x:h3")).isEqualTo(CLASSES);
        assertThat(page.text("(//x:img)[4]/@src"))
                .isEqualTo("data:image/png;base64,"
                        + Base64.getEncoder()
                                .encodeToString(Files.readAllBytes(
                                        new ImageStore(made.run().images(), CLASSES, 2).path(1, 1))));
        assertThat(page.text("//*[@id='images-shown']")).isEqualTo("All 6 images, one row per class.");
    }

    @Test
    void settingsThatDifferFromThePresetAreMarked() throws Exception {
        page = made.write(Locale.ENGLISH);

        assertThat(page.texts("//x:tr[@class='marked']/x:td[1]")).containsExactly("● rho", "● imagesPerClass");
        assertThat(page.texts("//x:tr[@class='marked'][1]/x:td")).containsExactly("● rho", "0.03", "0.015");
        assertThat(page.texts("//*[@id='settings']/x:h3"))
                .contains("Synthesis: “Demonstration”, 2 changed", "Squeeze: “Paper recipe (CIFAR)”, 0 changed");
        assertThat(page.rows("tuning")).containsExactly("jitter|4.0|2.0|2|20");
    }

    @Test
    void itStatesWhereTheRunComesFromAndHowItIsRepeated() throws Exception {
        made.evaluate("convnet3-w16-aaaa", 0.6, 0.5, 0.8);

        page = made.write(Locale.ENGLISH);

        assertThat(page.texts("//*[@id='origin']//x:td"))
                .contains("1.2.3", "PyTorch 2.7.1", "CPU · 2 threads", "00112233", "44556677", "9.9")
                .contains("convnet, width 32; accuracy on real test images: 87.5 %")
                .contains("Clothes: 600 training and 60 test images");
        assertThat(page.text("//*[@id='commands']").lines())
                .containsExactly(
                        "dwa-studio synthesize --config experiment.yaml --out RUN",
                        "dwa-studio evaluate --run RUN --set evaluation.students=2",
                        "dwa-studio export --run RUN --format report --out report.html");
        assertThat(page.text("//*[@id='experiment']")).isEqualTo(ExperimentWriter.toYaml(EXPERIMENT));
    }

    @Test
    void namesAreTextAndNothingElse() throws Exception {
        page = made.write(Locale.ENGLISH);

        assertThat(page.text("//x:h1"))
                .isEqualTo("<script>alert(1)</script> & \"friends\" \uFFFD: value of the distilled images");
        assertThat(page.count("//x:script")).isZero();
        assertThat(page.count("//x:b")).isZero();
        assertThat(Files.readString(made.file()).replace("xmlns=\"http://www.w3.org/1999/xhtml\"", ""))
                .doesNotContain("http:", "https:");
    }

    @Test
    void aReportCanBeInJapanese() throws Exception {
        made.evaluate("convnet3-w16-aaaa", 0.6, 0.5, 0.8);

        page = made.write(Locale.JAPANESE);

        assertThat(page.text("/x:html/@lang")).isEqualTo("ja");
        assertThat(page.text("//*[@id='ending']")).isEqualTo("実行は最後まで完了しました。画像は 6枚です。");
        assertThat(page.card("images")).containsExactly("1 %", "600枚の代わりに 6枚");
    }
}

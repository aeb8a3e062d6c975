package org.dwastudio.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.Augmentation;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.run.ImageStore;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.TestImages;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.stage.export.DistilledSet;
import org.dwastudio.teacher.TeacherMetadata;
import org.dwastudio.train.LabelType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class ReportTest {
    /** Markup if it were not escaped, and a character that XML cannot contain. */
    private static final String NAME = "<script>alert(1)</script> & \"friends\" \u0001";

    private static final List<String> CLASSES = List.of("T-shirt/top", "<b>boot</b>", "コート");
    private static final Experiment EXPERIMENT = SynthesisPresets.demonstration()
            .withName(NAME)
            .withSynthesis(SynthesisPresets.demonstration()
                    .synthesis()
                    .withImagesPerClass(2)
                    .withAdjustment(adjustment -> adjustment.withRho(0.03)))
            .withTuning(List.of(new TuningChange(1, 20, Augmentation.JITTER, 4, 2)));

    @TempDir
    private Path temp;

    private RunDirectory run;
    private Document page;

    @BeforeEach
    void makeRun() throws IOException {
        run = RunDirectory.create(temp.resolve("run"));
        ExperimentWriter.write(EXPERIMENT, run.experiment());
        Files.writeString(run.facts(), """
                programVersion: "1.2.3"
                engineVersion: "PyTorch 2.7.1"
                device: "CPU · 2 threads"
                datasetFingerprint: "00112233"
                teacherFingerprint: "44556677"
                started: "2026-11-24T10:15:30Z"
                """);
        Files.writeString(run.log(), "2026-11-24T10:16:30Z  synthesis finished\n");
        Files.writeString(run.metrics(), """
                stage,metric,column,iteration,step,value
                synthesis,total_loss,0,0,0,10
                synthesis,cross_entropy,0,0,0,8
                synthesis,batch_norm_mean,0,0,0,100
                synthesis,batch_norm_variance,0,0,0,100
                synthesis,total_loss,0,1,1,4
                synthesis,cross_entropy,0,1,1,2
                synthesis,batch_norm_mean,0,1,1,100
                synthesis,batch_norm_variance,0,1,1,100
                synthesis,real_vendi_score,0,1,1,1.5
                synthesis,vendi_score,0,1,1,1.75
                synthesis,total_loss,1,0,2,20
                synthesis,cross_entropy,1,0,2,18
                synthesis,batch_norm_mean,1,0,2,100
                synthesis,batch_norm_variance,1,0,2,100
                synthesis,total_loss,1,1,3,6
                synthesis,cross_entropy,1,1,3,4
                synthesis,batch_norm_mean,1,1,3,100
                synthesis,batch_norm_variance,1,1,3,100
                synthesis,vendi_score,1,1,3,1.25
                """);
        ImageStore store = new ImageStore(run.images(), CLASSES, 2);
        store.write(0, 0, TestImages.random(3, 8, 3, 1), EXPERIMENT);
        store.write(1, 0, TestImages.random(3, 8, 3, 2), EXPERIMENT);
    }

    @Test
    void theSummaryHoldsTheFiguresThatWereMeasured() throws Exception {
        evaluate("convnet3-w16-aaaa", 0.6, 0.5, 0.8);

        write(Locale.ENGLISH);

        assertThat(text("//*[@id='ending']")).isEqualTo("The run is complete: 6 images.");
        assertThat(card("images")).containsExactly("1 %", "6 instead of 600");
        assertThat(card("accuracy"))
                .containsExactly("61.0 %", "of 81.0 % with all real images: 75.3 % of it. Guessing gives 33.3 %.");
        assertThat(card("time").get(0)).isEqualTo("12.0 s");
        assertThat(card("storage")).containsExactly("1 kB", "instead of 115 kB, both as uncompressed pixels");
        assertThat(text("//*[@id='verdict']"))
                .isEqualTo(
                        "The distilled images did better than the same number of random real images: 61.0 ± 1.4 % against"
                                + " 51.0 ± 1.4 % (+10.0 points), with the same recipe and the same number of steps.");
        assertThat(text("//*[@id='verdict']/@class")).isEqualTo("verdict better");
    }

    @Test
    void classesWithFewerRealImagesThanDistilledOnesAreNamed() throws Exception {
        evaluate("convnet3-w16-aaaa", 0.6, 0.5, 0.8);

        write(Locale.ENGLISH);

        assertThat(text("//*[@id='evaluation']//*[local-name()='p' and @class='warning']"))
                .isEqualTo("Classes with fewer real training images than distilled images (1): " + CLASSES.get(1)
                        + " (1 < 2). The random real images of these classes repeat, so that both sets have the same number"
                        + " of images of each class.");
    }

    @Test
    void itSaysSoWhenRandomRealImagesDidBetterOrAsWell() throws Exception {
        evaluate("convnet3-w16-aaaa", 0.5, 0.6, 0.8);
        write(Locale.ENGLISH);
        assertThat(text("//*[@id='verdict']"))
                .startsWith("The same number of random real images did better: 61.0 ± 1.4 % against 51.0 ± 1.4 %"
                        + " for the distilled images (−10.0 points)")
                .contains("a random selection of real images would have been the better choice");

        evaluate("convnet3-w16-aaaa", 0.61, 0.6, 0.8);
        write(Locale.ENGLISH);
        assertThat(text("//*[@id='verdict']"))
                .contains(
                        "There is no clear difference between the distilled images and the same number of random real images: 62.0 ± 1.4 % against 61.0");
    }

    @Test
    void theTablesHoldEveryKindEveryStudentAndTheScores() throws Exception {
        evaluate("convnet3-w16-aaaa", 0.6, 0.5, 0.8);

        write(Locale.ENGLISH);

        assertThat(rows("kinds")).hasSize(6);
        assertThat(rows("kinds").get(0))
                .isEqualTo("distilled|soft labels|6|1 %|2|61.0 ± 1.4 %|78.3 ± 0.0 %|71.0 ± 1.4 %|96.0 ± 1.4 %|12.0 s");
        assertThat(rows("students")).hasSize(12);
        assertThat(rows("students").get(6)).isEqualTo("distilled|soft labels|2|400|62.0 %|78.3 %|72.0 %|380|97.0 %|12.0 s");
        assertThat(texts("//x:dt"))
                .containsExactly(
                        "Hard label recovery (HLR): +20.0 points",
                        "Improvement over random (IOR): +10.0 points",
                        "Label robust score (LRS): 0.248");
        assertThat(rows("classes").get(1)).startsWith("<b>boot</b>|75.0 %");
        assertThat(rows("confusion").get(0)).isEqualTo("T-shirt/top|12|8|0");
        assertThat(count("//x:rect")).isEqualTo(6);
        assertThat(count("//x:path[@class='error']")).isEqualTo(6);
    }

    @Test
    void curvesAreTheMeansOfAllColumnsAndHaveTheLineOfRealImages() throws Exception {
        write(Locale.ENGLISH);

        // 15 and 5, on an axis from 1 to 100, over the iterations 0 and 1.
        assertThat(text("//x:polyline[@class='curve total']/@points")).isEqualTo("58.0,97.7 538.0,147.3");
        assertThat(count("//x:line[@class='curve random']")).isEqualTo(1);
        assertThat(texts("//x:p[@class='legend']/x:span"))
                .containsExactly(
                        "total",
                        "cross-entropy",
                        "batch-norm mean",
                        "batch-norm variance",
                        "distilled images",
                        "random real images");
        assertThat(texts("//*[@id='curves']//x:p"))
                .contains("Cosine within a class (lower is more diverse): not measured");
    }

    @Test
    void imagesAreInTheFileByClass() throws Exception {
        write(Locale.ENGLISH);

        assertThat(texts("//x:div[@class='class-row']/x:h3")).isEqualTo(CLASSES);
        assertThat(text("(//x:img)[4]/@src"))
                .isEqualTo("data:image/png;base64,"
                        + Base64.getEncoder()
                                .encodeToString(
                                        Files.readAllBytes(new ImageStore(run.images(), CLASSES, 2).path(1, 1))));
        assertThat(text("//*[@id='images-shown']")).isEqualTo("All 6 images, one row per class.");
    }

    @Test
    void settingsThatDifferFromThePresetAreMarked() throws Exception {
        write(Locale.ENGLISH);

        assertThat(texts("//x:tr[@class='marked']/x:td[1]")).containsExactly("● rho", "● imagesPerClass");
        assertThat(texts("//x:tr[@class='marked'][1]/x:td")).containsExactly("● rho", "0.03", "0.015");
        assertThat(texts("//*[@id='settings']/x:h3"))
                .contains(
                        "Synthesis: preset Demonstration, 2 changed",
                        "Squeeze: preset of the paper (CIFAR), 0 changed");
        assertThat(rows("tuning")).containsExactly("jitter|4.0|2.0|1|20");
    }

    @Test
    void itStatesWhereTheRunComesFromAndHowItIsRepeated() throws Exception {
        evaluate("convnet3-w16-aaaa", 0.6, 0.5, 0.8);

        write(Locale.ENGLISH);

        assertThat(texts("//*[@id='origin']//x:td"))
                .contains("1.2.3", "PyTorch 2.7.1", "CPU · 2 threads", "00112233", "44556677", "9.9")
                .contains("convnet, width 32; accuracy on real test images: 87.5 %")
                .contains("Clothes: 600 training and 60 test images");
        assertThat(text("//*[@id='commands']").lines())
                .containsExactly(
                        "dwa-studio synthesize --config experiment.yaml --out RUN",
                        "dwa-studio evaluate --run RUN --set evaluation.students=2",
                        "dwa-studio export --run RUN --format report --out report.html");
        assertThat(text("//*[@id='experiment']")).isEqualTo(ExperimentWriter.toYaml(EXPERIMENT));
    }

    @Test
    void namesAreTextAndNothingElse() throws Exception {
        write(Locale.ENGLISH);

        assertThat(text("//x:h1"))
                .isEqualTo("<script>alert(1)</script> & \"friends\" \uFFFD: value of the distilled images");
        assertThat(count("//x:script")).isZero();
        assertThat(count("//x:b")).isZero();
        assertThat(Files.readString(file()).replace("xmlns=\"http://www.w3.org/1999/xhtml\"", ""))
                .doesNotContain("http:", "https:");
    }

    @Test
    void missingMeasurementsAreMarked() throws Exception {
        Files.delete(run.metrics());

        page = parsed(Optional.empty(), Locale.ENGLISH);

        assertThat(card("images").get(0)).isEqualTo("not measured");
        assertThat(card("accuracy").get(0)).isEqualTo("not measured");
        assertThat(card("time").get(0)).isEqualTo("not measured");
        assertThat(card("storage").get(0)).isEqualTo("not measured");
        assertThat(text("//*[@id='verdict']")).contains("Run the evaluation to find out");
        assertThat(texts("//*[@id='curves']/x:p")).containsExactly("not measured");
        assertThat(text("//*[@id='evaluation']")).contains("Accuracy: not measured.");
    }

    @Test
    void aStoppedRunAndAnInterruptedOneSayHowFarTheyCame() throws Exception {
        ExperimentWriter.write(
                EXPERIMENT.withSynthesis(EXPERIMENT.synthesis().withImagesPerClass(10)), run.experiment());
        Files.writeString(run.log(), "2026-11-24T10:16:30Z  synthesis stopped by the user\n");
        write(Locale.ENGLISH);
        assertThat(text("//*[@id='ending']")).startsWith("The run was stopped early: 6 of 6 images");

        Files.writeString(run.log(), "2026-11-24T10:16:30Z  saved column 1\n");
        Files.createDirectory(run.synthesisCheckpoints());
        write(Locale.ENGLISH);
        assertThat(text("//*[@id='ending']")).startsWith("The run was interrupted and can be resumed");
    }

    @Test
    void anEvaluationThatWasKilledIsShownAsFarAsItCame() throws Exception {
        keep("convnet3-w16-bbbb", result(TrainingSet.DISTILLED, LabelType.SOFT, 0, 0.5, 6));

        write(Locale.ENGLISH);

        assertThat(text("//*[@id='evaluation']/x:p[@class='warning']"))
                .isEqualTo("This evaluation is incomplete: 1 students are finished.");
        assertThat(rows("kinds")).hasSize(1);
        assertThat(card("accuracy").get(0)).isEqualTo("not measured");
    }

    @Test
    void anEvaluationOfFewerImagesIsNotThatOfTheSummary() throws Exception {
        keep("convnet3-w16-bbbb", result(TrainingSet.DISTILLED, LabelType.SOFT, 0, 0.5, 3));
        keep("convnet3-w16-bbbb", result(TrainingSet.FULL_REAL, LabelType.SOFT, 0, 0.5, 600));

        write(Locale.ENGLISH);

        assertThat(card("accuracy").get(0)).isEqualTo("not measured");
        assertThat(texts("//*[@id='evaluation']/x:p[@class='warning']").get(0))
                .isEqualTo("This evaluation was made when the run had a different number of images.");
    }

    @Test
    void aReportCanBeInJapanese() throws Exception {
        evaluate("convnet3-w16-aaaa", 0.6, 0.5, 0.8);

        write(Locale.JAPANESE);

        assertThat(text("/x:html/@lang")).isEqualTo("ja");
        assertThat(text("//*[@id='ending']")).isEqualTo("実行は最後まで完了しました。画像は 6枚です。");
        assertThat(card("images")).containsExactly("1 %", "600枚の代わりに 6枚");
    }

    @Test
    void aThousandClassesStaySmallAndItIsReportedWhatIsLeftOut() throws Exception {
        List<String> names =
                IntStream.range(0, 1000).mapToObj(i -> "class " + i).toList();
        ImageStore store = new ImageStore(run.images(), names, 50);
        clearImages();
        for (int column = 0; column < 6; column++) {
            store.write(column, 0, TestImages.random(1000, 16, 3, column), EXPERIMENT);
        }
        for (TrainingSet set : TrainingSet.values()) {
            keep("convnet3-w16-bbbb", large(set));
        }

        page = parsed(names);

        assertThat(Files.size(file())).isLessThan(15_000_000);
        assertThat(count("//x:img")).isEqualTo(4000);
        assertThat(text("//*[@id='images-shown']")).contains("4,000 of 6,000 images are shown");
        assertThat(rows("classes")).hasSize(40);
        assertThat(rows("confusions")).hasSize(20);
        assertThat(count("//x:table[@class='confusion']")).isZero();
    }

    @Test
    void whatIsThereAndNoReportIsLeftAlone() throws Exception {
        Path mine = Files.writeString(temp.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> Report.write(open(CLASSES, Optional.empty()), Locale.ENGLISH, mine))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("exists and is not a report by its name");
        assertThatThrownBy(() -> Report.write(open(CLASSES, Optional.empty()), Locale.ENGLISH, temp))
                .hasMessageContaining("is a folder; a report is one file");
        assertThat(mine).hasContent("mine");
    }

    private void evaluate(String name, double distilled, double random, double full) throws IOException {
        for (int student = 0; student < 2; student++) {
            for (LabelType labels : LabelType.values()) {
                keep(name, result(TrainingSet.DISTILLED, labels, student, distilled, 6));
                keep(name, result(TrainingSet.RANDOM_REAL, labels, student, random, 6));
                keep(name, result(TrainingSet.FULL_REAL, labels, student, full, 600));
            }
        }
        ExperimentWriter.write(
                EXPERIMENT.withEvaluation(EvaluationConfig.STUDENTS.replacedIn(EXPERIMENT.evaluation(), 2)),
                run.folder().resolve("evaluation/" + name + "/experiment.yaml"));
    }

    /** Creates a result; the second student is two points better. */
    private static StudentResult result(TrainingSet set, LabelType labels, int student, double accuracy, int images) {
        double last = accuracy + 0.02 * student;
        return new StudentResult(
                new StudentTask(set, labels, student),
                images,
                400,
                last,
                last + 0.1,
                380,
                0.95 + 0.02 * student,
                12,
                new long[][] {{6, 4, 0}, {5, 15, 0}, {0, 0, 30}});
    }

    private static StudentResult large(TrainingSet set) {
        long[][] confusion = new long[1000][1000];
        for (int label = 0; label < 1000; label++) {
            confusion[label][label] = 5;
            confusion[label][(label + 1) % 1000] = label % 7;
        }
        return new StudentResult(new StudentTask(set, LabelType.SOFT, 0), 6000, 10, 0.5, 0.5, 10, 0.5, 1, confusion);
    }

    private void keep(String name, StudentResult result) throws IOException {
        Path students = Files.createDirectories(run.folder().resolve("evaluation/" + name + "/students"));
        Files.writeString(students.resolve(result.task().key() + ".json"), new Gson().toJson(result));
    }

    private void clearImages() throws IOException {
        for (int label = 0; label < CLASSES.size(); label++) {
            for (int column = 0; column < 2; column++) {
                Path image = new ImageStore(run.images(), CLASSES, 2).path(label, column);
                Files.delete(image);
                if (column == 1) {
                    Files.delete(image.getParent());
                }
            }
        }
    }

    private void write(Locale language) throws Exception {
        page = parsed(Optional.of(new RealImageCounts("Clothes", 600, 60, List.of(500, 1, 99))), language);
    }

    private Document parsed(List<String> names) throws Exception {
        Report.write(open(names, Optional.empty()), Locale.ENGLISH, file());
        return document();
    }

    private Document parsed(Optional<RealImageCounts> real, Locale language) throws Exception {
        Report.write(open(CLASSES, real), language, file());
        return document();
    }

    private Document document() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(file().toFile());
    }

    private ReportModel open(List<String> names, Optional<RealImageCounts> real) throws IOException {
        NetworkConfig network = new NetworkConfig("convnet", 32, NetworkConfig.Stem.SMALL, 3, names.size(), 8);
        TeacherMetadata teacher = new TeacherMetadata(
                network, "Clothes", names, List.of(0.5, 0.25, 0.125), List.of(0.25, 0.5, 0.3), 0.875, Map.of());
        return ReportModel.open(run, DistilledSet.open(run, teacher, EXPERIMENT, "9.9"), real);
    }

    private Path file() {
        return temp.resolve("report.html");
    }

    private List<String> card(String key) throws XPathExpressionException {
        return texts("//*[@id='card-" + key + "']/x:p");
    }

    private List<String> rows(String style) throws XPathExpressionException {
        NodeList rows = nodes("//x:table[contains(concat(' ', @class, ' '), ' " + style + " ')]/x:tbody/x:tr");
        return IntStream.range(0, rows.getLength())
                .mapToObj(i -> rows.item(i).getChildNodes())
                .map(cells -> IntStream.range(0, cells.getLength())
                        .mapToObj(i -> cells.item(i).getTextContent())
                        .collect(Collectors.joining("|")))
                .toList();
    }

    private String text(String path) throws XPathExpressionException {
        return xpath().evaluate(path, page);
    }

    private int count(String path) throws XPathExpressionException {
        return nodes(path).getLength();
    }

    private List<String> texts(String path) throws XPathExpressionException {
        NodeList nodes = nodes(path);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    private NodeList nodes(String path) throws XPathExpressionException {
        return (NodeList) xpath().evaluate(path, page, XPathConstants.NODESET);
    }

    private static XPath xpath() {
        XPath xpath = XPathFactory.newInstance().newXPath();
        xpath.setNamespaceContext(new XhtmlPrefix());
        return xpath;
    }

    /** Maps {@code x:} to XHTML. */
    private static final class XhtmlPrefix implements NamespaceContext {
        @Override
        public String getNamespaceURI(String prefix) {
            return "http://www.w3.org/1999/xhtml";
        }

        @Override
        public String getPrefix(String uri) {
            return "x";
        }

        @Override
        public Iterator<String> getPrefixes(String uri) {
            return List.of("x").iterator();
        }
    }

    @Test
    void onlyAReportIsReplaced() throws Exception {
        Path page = Files.writeString(temp.resolve("index.html"), "<html><body>my home page</body></html>");

        assertThatThrownBy(() -> Report.write(open(CLASSES, Optional.empty()), Locale.ENGLISH, page))
                .hasMessageContaining("exists and was not written by this program");
        assertThat(page).content().contains("my home page");

        Path report = temp.resolve("report.html");
        Report.write(open(CLASSES, Optional.empty()), Locale.ENGLISH, report);
        assertThat(Report.write(open(CLASSES, Optional.empty()), Locale.ENGLISH, report))
                .isPositive();
    }
}

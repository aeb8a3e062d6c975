package org.dwastudio.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dwastudio.cli.option.NamedValueConverter;
import org.dwastudio.cli.session.ExitCode;
import org.dwastudio.cli.text.ComparisonText;
import org.dwastudio.report.comparison.ComparisonReport;
import org.dwastudio.report.page.ReportFile;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.stage.comparison.Comparison;
import org.dwastudio.text.CountText;
import org.dwastudio.text.DescribedArgumentException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command {@code compare}: compares runs. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two or more runs: settings, losses, diversity and students.",
            "",
            "Only settings that differ are listed. Diversity per image set comes from 'inspect', students from"
                    + " 'evaluate'; nothing is computed here.",
            "Students of one recipe are compared in pairs, by a two-sided paired t-test over their common seeds:",
            "  points         difference of the mean accuracies, in percentage points, with its 95 % interval",
            "  p (Holm)       p-value after Holm's correction over all pairs of the recipe",
            "  real           the corrected p-value is below 0.05",
            "  not decided    the seeds do not separate the two; this does not mean that they are equal",
            "The test covers the seeds of the students; each run is one draw of the synthesis.",
            "Random real images take part in the pairs. Students of different recipes or datasets are not ranked.",
            ""
        })
public final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "RUN_FOLDER", description = "Run folders of syntheses, two or more.")
    private List<Path> runs = List.of();

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also writes one HTML file with tables, curves and images next to each other.")
    private Optional<Path> page = Optional.empty();

    @Option(
            names = "--language",
            paramLabel = "en|ja",
            converter = NamedValueConverter.OfReportLanguage.class,
            description = "Of the HTML file, en or ja (default: en).")
    private Locale language = Locale.ENGLISH;

    @Override
    public Integer call() throws Exception {
        Comparison comparison = comparison();
        PrintWriter out = spec.commandLine().getOut();
        new ComparisonText(comparison).lines().forEach(out::println);
        if (page.isPresent()) {
            ComparisonReport.write(comparison, language, page.get());
            out.println("Wrote a comparison of " + CountText.of(runs.size(), "run") + ".");
            out.println("File: " + page.get().toAbsolutePath());
        }
        out.flush();
        return ExitCode.DONE;
    }

    private Comparison comparison() throws Exception {
        try {
            if (page.isPresent()) {
                ReportFile.requireUsable(page.get());
            }
            return Comparison.read(runs);
        } catch (RunFolderException | DescribedArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}

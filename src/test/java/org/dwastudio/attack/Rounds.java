package org.dwastudio.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Attack on one reader: its valid input, the input cut short, and changed inputs. */
final class Rounds implements AutoCloseable {
    /** Boundaries that are all tried at both ends of a file; those between are sampled. */
    private static final int EDGE = 48;

    private static final int BETWEEN = 60;
    private static final long MOST_KEPT = 1 << 20;

    private final ForeignReader reader;
    private final Sandbox sandbox;
    private final AttackSettings settings;
    private final ReadingThread thread = new ReadingThread();
    /** First round of each kind of finding. */
    private final Map<String, String> findings = new LinkedHashMap<>();

    Rounds(ForeignReader reader, Path folder, AttackSettings settings) throws Exception {
        this.reader = reader;
        this.sandbox = Sandbox.of(reader, folder);
        this.settings = settings;
    }

    /** Reads the valid input, the input cut short, and changed inputs; asserts that nothing was found. */
    void all() throws IOException, InterruptedException {
        valid();
        cut();
        random();
        requireNothingFound();
    }

    private void valid() throws IOException, InterruptedException {
        sandbox.clear();
        assertThat(thread.read(sandbox, reader.reading(), reader.name()).failure())
                .as(reader + " reads its valid input")
                .isEmpty();
        for (String target : reader.targets()) {
            attempt(target, sandbox.original(target), reader + ", unchanged");
        }
    }

    /** Cuts every attacked file short. */
    private void cut() throws IOException, InterruptedException {
        for (String target : reader.targets()) {
            byte[] whole = sandbox.original(target);
            for (int length = 0; length < whole.length; length = next(length, whole.length)) {
                attempt(target, Arrays.copyOf(whole, length), reader + ", " + target + " cut to " + length + " bytes");
            }
        }
    }

    private int next(int length, int whole) {
        int edge = EDGE / reader.cost();
        return length < edge || length >= whole - edge
                ? length + 1
                : Math.min(whole - edge, length + Math.max(1, (whole - 2 * edge) * reader.cost() / BETWEEN));
    }

    /** Changes the attacked files at random. */
    private void random() throws IOException, InterruptedException {
        for (int round = 0; round < settings.rounds() / reader.cost(); round++) {
            Random random = settings.random(reader.name(), round);
            List<String> targets = reader.targets();
            String target = targets.get(random.nextInt(targets.size()));
            byte[] other = sandbox.original(targets.get(random.nextInt(targets.size())));
            // Half of the changes are made within the container, so that its checksums do not reveal them.
            Wrapping wrapping = random.nextBoolean() ? reader.wrapping() : Wrapping.NONE;
            byte[] changed = wrapping.changed(sandbox.original(target), other, random);
            attempt(target, changed, settings.describe(reader.name(), round) + ", " + target);
        }
    }

    /** Reads the input with something else in the place of each of its files; asserts that nothing was found. */
    void places() throws IOException, InterruptedException {
        for (String target : reader.targets()) {
            Path file = sandbox.input().resolve(target);
            for (HostilePlace place : HostilePlace.values()) {
                Files.delete(file);
                place.put(file);
                read(target, 0, reader + ", " + place + " in the place of " + target);
                HostilePlace.remove(file);
                sandbox.restore(target);
            }
        }
        requireNothingFound();
    }

    /** Reads the input with archives of many zeros in the place of each of its files; asserts that nothing was found. */
    void bombs() throws IOException, InterruptedException {
        for (String target : reader.targets()) {
            byte[] whole = sandbox.original(target);
            List<byte[]> bombs = reader.wrapping() == Wrapping.ZIP ? Bomb.zip(whole) : Bomb.gzip(whole);
            for (int i = 0; i < bombs.size(); i++) {
                String round = reader + ", bomb " + i + " in the place of " + target;
                attempt(target, bombs.get(i), round);
                note(sandbox.scratchSize() > MOST_KEPT ? "left gigabytes behind" : "", round);
            }
        }
        requireNothingFound();
    }

    /** Reads the input with one changed file. */
    private void attempt(String target, byte[] content, String round) throws IOException, InterruptedException {
        Path file = sandbox.input().resolve(target);
        Files.write(file, content);
        read(target, content.length, round);
        note(Arrays.equals(Files.readAllBytes(file), content) ? "" : target + " was changed", round);
        sandbox.restore(target);
    }

    /** Reads the input; the files around it must stay as they are. */
    private void read(String target, long length, String round) throws IOException, InterruptedException {
        sandbox.clear();
        Map<Path, ?> before = sandbox.state();
        Attempt attempt = thread.read(sandbox, reader.reading(), round);
        note(Verdict.of(attempt, reader, sandbox, name(target), length + sandbox.size()), round);
        note(sandbox.difference(before), round);
    }

    private static String name(String target) {
        return target.replaceFirst(".*/", "").replaceFirst("\\..*", "");
    }

    private void note(String problem, String round) {
        if (!problem.isEmpty()) {
            findings.putIfAbsent(Verdict.kind(problem), round + "\n" + problem);
        }
    }

    /** Asserts that nothing was found; the message lists one round of each kind of finding. */
    private void requireNothingFound() {
        assertThat(findings.values()).as(reader + ": findings").isEmpty();
    }

    @Override
    public void close() {
        thread.close();
    }
}

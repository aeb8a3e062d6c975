package org.dwastudio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The terms and the typographical style of the Japanese bundles. */
class JapaneseLanguageTest {
    private static final Path BUNDLES = Path.of("src/main/resources/org/dwastudio");
    private static final Path GUIDE = Path.of("docs/guide");
    private static final String JAPANESE = "[\\u3041-\\u3096\\u30a1-\\u30fa\\u4e00-\\u9fff]";
    private static final String COUNTERS = "枚|列|個|件|層|秒|分(?!割|類|散)|時間|クラス|エポック|ステップ|反復|ビット|倍|台|行|回(?!帰)|ポイント|つ|種類";

    private static final List<Rule> RULES = List.of(
            // Terms.
            new Rule("アーキテクチャー", "アーキテクチャ"),
            new Rule("モーメンタム", "モメンタム"),
            new Rule("ごみ箱", "ゴミ箱"),
            new Rule("ゴミ箱に移し", "ゴミ箱に移動し"),
            new Rule("画素", "ピクセル"),
            new Rule("開始画像", "初期画像"),
            new Rule("小画像", "小さな画像"),
            new Rule("無作為", "ランダム"),
            new Rule("当て推量", "チャンスレベル"),
            new Rule("計算機", "コンピューター"),
            new Rule("デフォルト", "既定値"),
            new Rule("入口", "ステム"),
            new Rule("圧縮学習|スクイーズ", "教師モデルの学習"),
            new Rule("オンライン", "その都度計算"),
            new Rule("教師モデルを学習(?!させ)", "教師モデルの学習, 教師モデルを学習させる"),
            new Rule("生徒(?!モデル)", "生徒モデル"),
            new Rule("教師(?!モデル)", "教師モデル"),
            new Rule("\\d? ?人(?=[^が]|$)", "個, for networks"),
            new Rule("(?:ここ|データセット)での精度", "正解率"),
            new Rule("compute capability|計算能力", "Compute Capability"),
            new Rule("別の画像用", "このデータセットに合わない"),
            new Rule("(?<!その)都度", "その都度計算"),
            new Rule("出どころ", "取得元"),
            new Rule("構造", "アーキテクチャ, フォルダー構成"),
            new Rule("学習率の変化", "スケジュール"),
            new Rule("一人の", "特定の, for networks"),
            new Rule("[·・] ?評価 ?\\{", "テスト, for a split"),
            new Rule("^もう一度実行$", "この設定を読み込む"),
            new Rule("見方", "データセットの設定"),
            new Rule("重みに合わせ", "手動で入力"),
            new Rule("学習中の欄", "学習中のセル"),
            new Rule("画像の価値|勝つもの", "蒸留画像の効果"),
            new Rule("1 ?つの数にし", "統合した"),
            new Rule("残した画像", "残す画像の割合"),
            new Rule("実行全体のステップ", "通算ステップ"),
            new Rule("プログラムの版", "バージョン"),
            new Rule("コードの配置", "コードのフォルダー構成"),
            new Rule("(?<!正解率が)最高のエポック", "正解率が最高のエポック"),
            new Rule("試して保存", "テストして保存"),
            new Rule("通常の設定", "既定値に戻す"),
            // Katakana words end with a long vowel as in the other terms of the window.
            new Rule("(?:パラメータ|フォルダ|メモリ|ライブラリ|コンピュータ|ユーザ|クラスタ|ドライバ|エラ|オプティマイザ)(?![ーァ-ヺ])", "with ー"),
            // One style: narrow brackets and marks, a space between Latin letters and Japanese, none before counters.
            new Rule("[（）？！：；％]", "the narrow character"),
            new Rule("[A-Za-z]" + JAPANESE + "|" + JAPANESE + "[A-Za-z]", "a space in between"),
            new Rule("(?:\\d|\\{\\d\\}) (?:" + COUNTERS + ")", "no space before a counter"));

    @Test
    void japaneseMessagesUseOneTermAndOneStyle() throws IOException {
        List<Path> bundles = bundles();

        assertThat(bundles).hasSizeGreaterThan(2);
        assertThat(findings(bundles, JapaneseLanguageTest::proseOfMessage)).isEmpty();
    }

    @Test
    void japanesePagesOfTheGuideUseTheSameTermsAndStyle() throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.list(GUIDE)) {
            pages = files.filter(file -> file.toString().endsWith("_ja.md")).toList();
        }

        assertThat(pages).isNotEmpty();
        assertThat(findings(pages, JapaneseLanguageTest::proseOfMarkdown)).isEmpty();
    }

    /** Returns a line without code, formatting and targets of links. */
    private static String proseOfMarkdown(String line) {
        return line.startsWith("    ")
                ? ""
                : line.replaceAll("`[^`]*`", "")
                        .replaceAll("\\]\\([^)]*\\)", "]")
                        .replace("*", "");
    }

    private static String proseOfMessage(String line) {
        return line.startsWith("#") ? "" : line.replaceFirst("^[^=]*=", "").replace("\\n", " ");
    }

    @Test
    void aFindingNamesFileLineAndABetterWord() throws IOException {
        Path bundle = Files.createTempFile("words", "_ja.properties");
        try {
            Files.writeString(bundle, "# 画素\na=画像\nb=画素を 3 枚(PNGの画像)\n");

            assertThat(findings(List.of(bundle), JapaneseLanguageTest::proseOfMessage))
                    .containsExactly(
                            bundle + ":3: \"画素\", better: ピクセル",
                            bundle + ":3: \"Gの\", better: a space in between",
                            bundle + ":3: \"3 枚\", better: no space before a counter");
        } finally {
            Files.delete(bundle);
        }
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            return files.filter(file -> file.toString().endsWith("_ja.properties"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> findings(List<Path> files, UnaryOperator<String> prose) throws IOException {
        List<String> findings = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String text = prose.apply(lines.get(i));
                for (Rule rule : RULES) {
                    Matcher found = rule.words.matcher(text);
                    while (found.find()) {
                        findings.add(file + ":" + (i + 1) + ": \"" + found.group() + "\", better: " + rule.better);
                    }
                }
            }
        }
        return findings;
    }

    private record Rule(Pattern words, String better) {
        Rule(String words, String better) {
            this(Pattern.compile(words), better);
        }
    }
}

package org.dwastudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dwastudio.ui.theme.ChartColor;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartSvgTest {
    private final ChartSeries total = new ChartSeries("total <&> 合計", ChartColor.BLUE, ChartAxis.LEFT);
    private final ChartSeries cosine = new ChartSeries("cosine", ChartColor.CYAN, ChartAxis.RIGHT);

    @Test
    void theShownCurvesArePathsThroughTheirPoints() throws Exception {
        total.append(0, 0);
        total.append(50, 10);
        total.append(100, 5);
        cosine.append(0, 1);
        cosine.append(100, 2);

        List<Element> paths = elements(svg(total.faintCopy(), total, cosine), "path");

        // Between the margins 40 and 36 of 640 pixels, and 8 and 24 of 330.
        assertThat(paths).hasSize(3);
        assertThat(paths.get(1).getAttribute("d")).isEqualTo("M40.00 306.00 L322.00 8.00 L604.00 157.00");
        assertThat(paths.get(1).getAttribute("stroke")).isEqualTo("#0969da");
        assertThat(paths.get(0).getAttribute("d")).isEqualTo(paths.get(1).getAttribute("d"));
        assertThat(paths.get(0).getAttribute("stroke-opacity")).isEqualTo("0.3");
        assertThat(paths.get(2).getAttribute("d")).startsWith("M40.00 ").contains(" L604.00 8.00");
    }

    @Test
    void titleLegendAxesAndReferenceLinesAreTexts() throws Exception {
        total.append(0, 0);
        total.append(120, 10);

        Document svg = svg(total);

        List<String> texts =
                elements(svg, "text").stream().map(Element::getTextContent).toList();
        assertThat(texts).contains("Loss & more", "total <&> 合計", "random", "time (min)", "0.00", "1.00", "2.00", "10");
        assertThat(svg.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(elements(svg, "line"))
                .extracting(line -> line.getAttribute("stroke-dasharray"))
                .contains("5 4", "1 3");
    }

    @Test
    void aLongLegendHasSeveralLines() throws Exception {
        List<ChartSeries> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ChartSeries series = new ChartSeries("feature regression " + i, ChartColor.GREEN, ChartAxis.LEFT);
            series.append(0, i);
            many.add(series);
        }

        Document svg = svg(many.toArray(ChartSeries[]::new));

        assertThat(elements(svg, "text").stream()
                        .filter(text -> text.getTextContent().startsWith("feature"))
                        .map(text -> text.getAttribute("y")))
                .startsWith("39.00", "39.00", "39.00", "56.00")
                .endsWith("90.00");
        assertThat(elements(svg, "svg").get(0).getAttribute("height")).isEqualTo("451");
    }

    /** Returns a chart over minutes, with a reference line and a mark. */
    private static Document svg(ChartSeries... series) throws Exception {
        ReferenceLine random = new ReferenceLine("random", 4, ChartAxis.LEFT, ChartColor.ORANGE);
        XPlaces places = new XPlaces(Double.NaN, Double.NaN, List.of(30.0), 60);
        ChartContent content = new ChartContent(List.of(series), List.of(random), false, 0, Double.NaN, 1, places);
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        String text = new ChartSvg("Loss & more", "time (min)", content).text();
        return parsers.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}

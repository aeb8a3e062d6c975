package org.dwastudio.ui.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShownClassesTest {
    private final ShownClasses classes = new ShownClasses();

    @BeforeEach
    void setNames() {
        classes.setNames(List.of("shirt", "Bag", "boot", "coat"));
    }

    @Test
    void allClassesAreShownAsInTheDataset() {
        assertThat(rows()).containsExactly(0, 1, 2, 3);
        assertThat(classes.areAll()).isTrue();
    }

    @Test
    void classesAreHiddenAndShownAgain() {
        classes.toggle(1);
        assertThat(rows()).containsExactly(0, 2, 3);
        assertThat(classes.areAll()).isFalse();

        classes.toggle(1);
        assertThat(rows()).containsExactly(0, 1, 2, 3);

        classes.visibleProperty().set(Set.of(3));
        assertThat(rows()).containsExactly(3);
        classes.showAll();
        assertThat(classes.areAll()).isTrue();
    }

    @Test
    void rowsAreSortedByNameWithoutRegardToCase() {
        classes.sortProperty().set(ClassSort.NAME);

        assertThat(rows()).containsExactly(1, 2, 3, 0);
    }

    @Test
    void theWorstClassComesFirstAndOneWithoutTestImagesLast() {
        classes.sortProperty().set(ClassSort.ACCURACY);
        assertThat(rows()).as("no accuracies are known").containsExactly(0, 1, 2, 3);

        classes.figuresProperty(ClassSort.ACCURACY).set(List.of(0.9, Double.NaN, 0.5, 0.7));

        assertThat(rows()).containsExactly(2, 3, 0, 1);
    }

    @Test
    void otherClassesAreAllShown() {
        classes.toggle(0);
        classes.setNames(List.of("shirt", "Bag", "boot", "coat"));
        assertThat(rows()).as("the same classes").containsExactly(1, 2, 3);

        classes.setNames(List.of("cat", "dog"));

        assertThat(rows()).containsExactly(0, 1);
    }

    private List<Integer> rows() {
        return classes.rowsProperty().get();
    }
}

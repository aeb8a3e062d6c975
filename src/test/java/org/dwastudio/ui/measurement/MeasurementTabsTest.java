package org.dwastudio.ui.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import org.dwastudio.ui.measurement.MeasurementTabs.Tab;
import org.junit.jupiter.api.Test;

class MeasurementTabsTest {
    private final MeasurementTabs tabs = new MeasurementTabs();

    @Test
    void theLiveChartsAreNarrowAndNeedNoFeatures() {
        assertNeeds(false, false, false);
        tabs.tableShownProperty().set(true);
        assertNeeds(false, false, false);
    }

    @Test
    void theWideMapHasTheTableNextToIt() {
        tabs.tabProperty().set(Tab.EMBEDDING);

        assertNeeds(true, true, true);
    }

    @Test
    void theNarrowMapHasTheTableOnRequest() {
        tabs.tabProperty().set(Tab.EMBEDDING);
        tabs.widenedProperty().set(false);
        assertNeeds(false, true, false);

        tabs.tableShownProperty().set(true);
        assertNeeds(false, true, true);
    }

    @Test
    void theWidthIsKeptWhileTheLiveChartsAreShown() {
        tabs.tabProperty().set(Tab.EMBEDDING);
        tabs.widenedProperty().set(false);
        tabs.tabProperty().set(Tab.LIVE);
        tabs.tabProperty().set(Tab.EMBEDDING);
        assertNeeds(false, true, false);

        tabs.widenedProperty().set(true);
        tabs.tabProperty().set(Tab.LIVE);
        assertNeeds(false, false, false);
    }

    private void assertNeeds(boolean wide, boolean map, boolean table) {
        assertThat(tabs.wideProperty().getValue()).isEqualTo(wide);
        assertThat(tabs.mapNeeded().getValue()).isEqualTo(map);
        assertThat(tabs.tableNeeded().getValue()).isEqualTo(table);
    }
}

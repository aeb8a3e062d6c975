package org.dwastudio.ui.shell;

import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.dwastudio.sweep.SweepCost;
import org.dwastudio.ui.screen.ByteSizeText;
import org.dwastudio.ui.screen.DurationText;
import org.dwastudio.ui.screen.Messages;

/** Question whether a sweep that takes long shall start. */
record CostQuestion(Window owner, Messages texts) {

    /** Asks, and calls the action if the answer is yes. */
    void ask(SweepCost cost, Runnable start) {
        ButtonType yes = new ButtonType(texts.get("sweep.confirm.yes"), ButtonData.OK_DONE);
        ButtonType no = new ButtonType(texts.get("sweep.confirm.no"), ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(
                Alert.AlertType.CONFIRMATION,
                texts.format("sweep.confirm.detail", cost.runs(), ByteSizeText.format(cost.diskBytes())),
                yes,
                no);
        alert.initOwner(owner);
        alert.setTitle(texts.get("studio.name"));
        alert.setHeaderText(texts.format("sweep.confirm.question", DurationText.approximate(cost.seconds(), texts)));
        alert.setGraphic(null);
        ((Button) alert.getDialogPane().lookupButton(yes)).setDefaultButton(false);
        ((Button) alert.getDialogPane().lookupButton(no)).setDefaultButton(true);
        alert.setOnHidden(event -> {
            if (alert.getResult() == yes) {
                start.run();
            }
        });
        alert.show();
    }
}

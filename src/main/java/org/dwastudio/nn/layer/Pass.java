package org.dwastudio.nn.layer;

import org.dwastudio.nn.operator.Operators;
import org.dwastudio.nn.operator.PlainOperators;

/**
 * How one pass runs through the blocks.
 *
 * @param operators what computes it
 * @param tap listens to the inputs of the batch norms
 * @param training whether batch norms use the batch's statistics and update their running ones
 * @param dropping what dropout and stochastic depth leave out
 */
public record Pass(Operators operators, BatchNormTap tap, boolean training, DropoutPolicy dropping) {

    public static Pass inference(Operators operators) {
        return new Pass(operators, BatchNormTap.CLOSED, false, DropoutPolicy.NOTHING);
    }

    public static Pass tapped(Operators operators, BatchNormTap tap) {
        return new Pass(operators, tap, false, DropoutPolicy.NOTHING);
    }

    public static Pass training(DropoutPolicy dropping) {
        return new Pass(new PlainOperators(), BatchNormTap.CLOSED, true, dropping);
    }
}

package org.dwastudio.nn.layer;

import org.dwastudio.nn.operator.Operators;
import org.dwastudio.nn.operator.PlainOperators;

/**
 * Settings of one pass through the blocks.
 *
 * @param operators implementation of the tensor operations
 * @param tap listener to the inputs of the batch norms
 * @param training true if batch norms use the batch statistics and update their running ones
 * @param dropout dropout and stochastic depth
 */
public record Pass(Operators operators, BatchNormTap tap, boolean training, DropoutPolicy dropout) {

    public static Pass inference(Operators operators) {
        return new Pass(operators, BatchNormTap.CLOSED, false, DropoutPolicy.NOTHING);
    }

    public static Pass tapped(Operators operators, BatchNormTap tap) {
        return new Pass(operators, tap, false, DropoutPolicy.NOTHING);
    }

    public static Pass training(DropoutPolicy dropout) {
        return new Pass(new PlainOperators(), BatchNormTap.CLOSED, true, dropout);
    }
}

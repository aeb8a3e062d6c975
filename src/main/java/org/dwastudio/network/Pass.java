package org.dwastudio.network;

/**
 * How one pass runs through the blocks.
 *
 * @param operators what computes it
 * @param tap listens to the inputs of the batch norms
 * @param training whether batch norms use the batch's statistics and update their running ones
 * @param dropping what dropout and stochastic depth leave out
 */
record Pass(Operators operators, BatchNormTap tap, boolean training, Dropping dropping) {

    static Pass inference(Operators operators) {
        return new Pass(operators, BatchNormTap.CLOSED, false, Dropping.NOTHING);
    }

    static Pass tapped(Operators operators, BatchNormTap tap) {
        return new Pass(operators, tap, false, Dropping.NOTHING);
    }

    static Pass training(Dropping dropping) {
        return new Pass(new PlainOperators(), BatchNormTap.CLOSED, true, dropping);
    }
}

package org.dwastudio.nn.layer;

/**
 * Scopes in which the tensors of a convolution and its batch norm are named.
 *
 * @param convolution scope of the convolution
 * @param norm scope of the batch norm
 */
public record UnitNames(Scope convolution, Scope norm) {

    public static UnitNames in(Scope scope, String convolution, String norm) {
        return new UnitNames(scope.child(convolution), scope.child(norm));
    }

    /** Returns two adjacent members of one of torchvision's sequences, first the convolution, then the batch norm. */
    public static UnitNames in(Scope sequence, int position) {
        return in(sequence, Integer.toString(position), Integer.toString(position + 1));
    }

    /** Returns the members of the sequence that torchvision makes of convolution, batch norm and activation. */
    public static UnitNames in(Scope sequence) {
        return in(sequence, 0);
    }
}

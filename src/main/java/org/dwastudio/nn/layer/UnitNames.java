package org.dwastudio.nn.layer;

/**
 * Where the tensors of a convolution and its batch norm have their names.
 *
 * @param convolution place of the convolution
 * @param norm place of the batch norm
 */
public record UnitNames(Scope convolution, Scope norm) {

    public static UnitNames in(Scope scope, String convolution, String norm) {
        return new UnitNames(scope.child(convolution), scope.child(norm));
    }

    /** Two members of one of torchvision's sequences, the batch norm right behind the convolution. */
    public static UnitNames in(Scope sequence, int position) {
        return in(sequence, Integer.toString(position), Integer.toString(position + 1));
    }

    /** The sequence that torchvision makes of convolution, batch norm and activation. */
    public static UnitNames in(Scope sequence) {
        return in(sequence, 0);
    }
}

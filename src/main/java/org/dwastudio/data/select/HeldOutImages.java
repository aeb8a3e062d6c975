package org.dwastudio.data.select;

import org.dwastudio.config.HeldOut;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageSource;
import org.dwastudio.text.Message;

/**
 * Training images that are held out, drawn as {@link SeededSplit} draws a test split: a class of two or more images keeps at
 * least one in both parts, and a class of one image keeps it in the training split.
 *
 * @param wanted share and role of the images
 * @param seed seed of the selection
 */
public record HeldOutImages(HeldOut wanted, long seed) {

    /**
     * Holds out images of a dataset.
     *
     * @throws DatasetException if accuracies are to be measured on held-out images and there are none
     */
    public DatasetSource of(DatasetSource source) throws DatasetException {
        if (wanted.isScoredOnNothing()) {
            throw new DatasetException(Message.of("heldOut.share"));
        }
        if (wanted.share() == 0) {
            return source;
        }
        ImageSource all = source.train();
        SeededSplit split = new SeededSplit(wanted.share(), seed);
        ImageSource heldOut = split.test(all, source.classNames());
        DatasetSource divided = source.withImages(
                        split.train(all, source.classNames()), source.test(), source.validation())
                .withNote(DatasetNote.of(Kind.HELD_OUT, heldOut.count(), all.count()));
        if (wanted.scoredOn() == ScoredOn.TEST) {
            return divided;
        }
        if (heldOut.count() == 0) {
            throw new DatasetException(Message.of("heldOut.none", source.name()));
        }
        return divided.scoredOn(heldOut).withNote(DatasetNote.of(Kind.SCORED_ON_HELD_OUT, heldOut.count()));
    }
}

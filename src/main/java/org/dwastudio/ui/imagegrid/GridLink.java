package org.dwastudio.ui.imagegrid;

import java.util.List;

/** Link between grids that scroll, zoom and select together. FX thread only. */
public final class GridLink {
    private final List<ImageGrid> grids;
    private boolean following;

    private GridLink(List<ImageGrid> grids) {
        this.grids = List.copyOf(grids);
    }

    /** Links grids for as long as they exist. */
    public static void link(List<ImageGrid> grids) {
        GridLink link = new GridLink(grids);
        for (ImageGrid grid : grids) {
            grid.setWhenMoved(() -> link.follow(grid, GridLink::move));
            grid.selectedTileProperty().addListener((observable, old, now) -> link.follow(grid, GridLink::select));
        }
    }

    @FunctionalInterface
    private interface Following {
        void apply(ImageGrid from, ImageGrid to);
    }

    private void follow(ImageGrid from, Following following) {
        if (!this.following) {
            this.following = true;
            grids.stream().filter(grid -> grid != from).forEach(grid -> following.apply(from, grid));
            this.following = false;
        }
    }

    /** Shows the same part: the grids may have tiles of different sizes. */
    private static void move(ImageGrid from, ImageGrid to) {
        to.zoomProperty().set(from.zoomProperty().get());
        GridGeometry source = from.viewport().geometry();
        GridGeometry target = to.viewport().geometry();
        to.scroll(() -> to.viewport()
                .panTo(
                        scaled(source.panX(), source.pitchX(), target.pitchX()),
                        scaled(source.panY(), source.pitchY(), target.pitchY())));
    }

    private static int scaled(int pan, int from, int to) {
        return (int) Math.rint((double) pan * to / Math.max(1, from));
    }

    private static void select(ImageGrid from, ImageGrid to) {
        Tile tile = from.selectedTileProperty().get();
        boolean exists = tile != null && to.pixelsOf(tile).isPresent();
        to.selectedTileProperty().set(exists ? tile : null);
    }
}

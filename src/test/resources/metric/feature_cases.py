"""Writes the numbers of FeatureMetricsParityTest and TsneParityTest: features of six clusters, and what NumPy and scikit-learn compute of
them. Coverage and density follow the code of Naeem et al. (https://github.com/clovaai/generative-evaluation-prdc, prdc.py).

usage: feature_cases.py FOLDER     (Debian: python3-sklearn; made with scikit-learn 1.2.1 and NumPy 1.24.2)
"""
import sys
from pathlib import Path

import numpy as np
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE
from sklearn.manifold import _t_sne as tsne
from sklearn.metrics import pairwise_distances
from sklearn.neighbors import NearestNeighbors

NEIGHBORS = 5
PERPLEXITY = 30


def clusters(random, centers, each):
    rows = [center + random.normal(size=(each, center.size)) * random.uniform(0.5, 1.5, center.size) for center in centers]
    return np.maximum(np.concatenate(rows), 0).astype(np.float32)


def density_and_coverage(real, made):
    radii = np.partition(pairwise_distances(real), NEIGHBORS, axis=-1)[:, NEIGHBORS]
    between = pairwise_distances(real, made)
    density = (between < radii[:, None]).sum(axis=0).mean() / NEIGHBORS
    coverage = (between.min(axis=1) < radii).mean()
    return [density, coverage]


def effective_rank(matrix):
    singular = np.linalg.svd(matrix, compute_uv=False)
    shares = singular / singular.sum()
    shares = shares[shares > 0]
    return np.exp(-(shares * np.log(shares)).sum())


def nearest(real, made, count, metric):
    distances, indices = NearestNeighbors(n_neighbors=count, algorithm="brute", metric=metric).fit(real).kneighbors(made)
    return distances, indices.astype(np.int32)


def write(folder):
    random = np.random.RandomState(20)
    centers = random.normal(size=(6, 20)) * 2
    real = clusters(random, centers, 50)
    made = clusters(random, centers[:4], 10) * np.float32(0.9)
    wide, tall = real.astype(np.float64), made.astype(np.float64)
    pca = PCA(n_components=4, svd_solver="full").fit(wide)

    distances = pairwise_distances(real, metric="sqeuclidean")
    joint = tsne._joint_probabilities(distances, PERPLEXITY, 0)
    embedding = random.normal(size=(real.shape[0], 2)) * 3
    divergence, gradient = tsne._kl_divergence(embedding.ravel(), joint, 1, real.shape[0], 2)
    result = TSNE(method="exact", perplexity=PERPLEXITY, random_state=0, init="pca", learning_rate="auto").fit(real)

    cosines, alike = nearest(wide, tall, 3, "cosine")
    euclidean, close = nearest(wide, tall, 1, "euclidean")
    np.savez_compressed(
        folder / "features.npz",
        real=real,
        made=made,
        density_and_coverage=np.array(density_and_coverage(wide, tall)),
        effective_ranks=np.array([effective_rank(wide), effective_rank(tall), effective_rank(tall[:7])]),
        nearest_by_cosine=alike,
        cosine_distances=cosines,
        nearest_by_distance=close,
        euclidean_distances=euclidean,
        pca_variances=pca.explained_variance_,
        pca_real=pca.transform(wide),
        pca_made=pca.transform(tall),
        joint=joint.astype(np.float32),
        embedding=embedding,
        divergence=np.array([divergence]),
        gradient=gradient.reshape(-1, 2),
        final_divergence=np.array([result.kl_divergence_]),
    )


if __name__ == "__main__":
    write(Path(sys.argv[1]))

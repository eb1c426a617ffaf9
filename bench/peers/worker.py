"""One timed step of a Python peer, as one JSON line; called by peers.py."""

import json
import resource
import sys
import time
import warnings


def lines(path):
    with open(path, encoding="utf-8") as stream:
        return stream.read().split("\n")[:-1]


def stop_words(path):
    return None if path == "-" else lines(path)


def report(watch, **more):
    wall, cpu = time.perf_counter() - watch[0], time.process_time() - watch[1]
    rss = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"wall": wall, "cpu": cpu, "rss_mib": rss, **more}))


def start():
    return time.perf_counter(), time.process_time()


def sklearn_fit(corpus, stop):
    from sklearn.feature_extraction.text import TfidfVectorizer
    texts, words = lines(corpus), stop_words(stop)
    watch = start()
    matrix = TfidfVectorizer(stop_words=words, sublinear_tf=True).fit_transform(texts)
    report(watch, rows=matrix.shape[0], results=matrix.nnz)


def gensim_fit(corpus, stop):
    from gensim.corpora import Dictionary
    from gensim.models import TfidfModel
    from gensim.utils import simple_preprocess
    texts, words = lines(corpus), frozenset(stop_words(stop) or ())
    watch = start()
    tokens = [[w for w in simple_preprocess(text) if w not in words] for text in texts]
    dictionary = Dictionary(tokens)
    bags = [dictionary.doc2bow(words) for words in tokens]
    vectors = list(TfidfModel(bags)[bags])
    report(watch, rows=len(vectors), results=sum(map(len, vectors)))


def matrix_of(prefix, queries):
    import numpy
    import scipy.sparse
    offsets = numpy.fromfile(prefix + ".offsets", dtype=numpy.int32)
    terms = numpy.fromfile(prefix + ".terms", dtype=numpy.int32)
    weights = numpy.fromfile(prefix + ".weights", dtype=numpy.float32)
    shape = (len(offsets) - 1, int(terms.max()) + 1)
    matrix = scipy.sparse.csr_matrix((weights, terms, offsets), shape=shape)
    return matrix, matrix.T.tocsr(), matrix[:queries] if queries else matrix


def topn(prefix, threads, k, queries):
    import sparse_dot_topn
    matrix, transposed, asked = matrix_of(prefix, int(queries))
    watch = start()
    # One more than k: each row finds itself.
    found = sparse_dot_topn.sp_matmul_topn(asked, transposed, top_n=int(k) + 1, sort=True, n_threads=int(threads))
    report(watch, rows=matrix.shape[0], queries=asked.shape[0], results=found.nnz)


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # scikit-learn would cut the apostrophes of the stop list too.
    {"sklearn": sklearn_fit, "gensim": gensim_fit, "topn": topn}[sys.argv[1]](*sys.argv[2:])

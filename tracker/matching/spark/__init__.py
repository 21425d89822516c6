"""The comparison on a cluster: Apache Spark shares out the work, our own engine finds the keys and scores."""

"""The comparison on a cluster: Apache Spark shares out the records, our own engine finds people and scores."""

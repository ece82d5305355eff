"""Articles in Parquet → records, mentions and errors in Parquet, on a Spark cluster.

    spark-submit --archives sasil-env.tar.gz#env --conf spark.pyspark.python=./env/bin/python \
        examples/spark_extract.py hdfs:///articles hdfs:///out

docs/clusters.md says how the packed environment is made.
"""

from __future__ import annotations

import sys

from pyspark.sql import SparkSession

from sasil.batch.spark import errors, extract, table


def main(articles: str, out: str) -> None:
    """Extract what lies in one folder of Parquet files into folders below another."""
    spark = SparkSession.builder.appName("sasil").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
    extract(spark.read.parquet(articles)).write.mode("overwrite").parquet(f"{out}/extracted")
    extracted = spark.read.parquet(f"{out}/extracted")  # what is asked for twice would be extracted twice
    extracted.where("record IS NOT NULL").select("record").write.mode("overwrite").text(f"{out}/records")
    table(extracted, "mentions").write.mode("overwrite").parquet(f"{out}/mentions")
    errors(extracted).write.mode("overwrite").json(f"{out}/errors")


if __name__ == "__main__":
    main(*sys.argv[1:])

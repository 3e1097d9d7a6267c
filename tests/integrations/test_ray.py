from frameworks import CLEAN, DIRTY, needs

needs("ray.data", "ray")


def test_actors_clean_batches():
    import ray

    from normalize.integrations.ray import RayCleaner

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    try:
        rows = ray.data.from_items([{"id": n, "body": DIRTY if n % 2 else "Rain fell."} for n in range(40)])
        out = rows.map_batches(
            RayCleaner, fn_constructor_kwargs={"column": "body", "lang": "en"}, concurrency=1, batch_size=16
        ).take_all()
    finally:
        ray.shutdown()
    by_id = {row["id"]: row["body"] for row in out}
    assert by_id == {n: CLEAN if n % 2 else "Rain fell." for n in range(40)}

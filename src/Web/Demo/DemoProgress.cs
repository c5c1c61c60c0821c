using Guidan.Catalog;
using Guidan.Kernel;

namespace Guidan.Web.Demo;

/// <summary>How far the filling of a demo shop has come.</summary>
/// <param name="StartedAt">The present of the shop's past: all of it is reckoned back from here, also after an interruption.</param>
internal sealed record DemoState(DateTimeOffset StartedAt, bool Filled);

/// <summary>Remembers how far the filling has come, so that it happens once and goes on where it was cut off.</summary>
[Operation("demo.fill", "填入演示数据", "Fill in demo data")]
internal sealed class DemoProgress(ShopDb db, Settings settings, ProductQueries products, TimeProvider clock)
{
    private const string Group = "demo";

    /// <summary>The state of the filling, begun now where the shop is empty; null when the shop was filled by others.</summary>
    public async Task<DemoState?> Begin()
    {
        var (state, version) = await settings.Get<DemoState?>(Group, null);
        if (state is not null) return state;
        if ((await products.List(new ProductAsk(), PageAsk.Read("1", null).Value)).Value.Items.Count > 0) return null;
        var begun = new DemoState(clock.GetUtcNow(), Filled: false);
        await Put(begun, version);
        return begun;
    }

    public async Task Finish(DemoState state) => await Put(state with { Filled = true }, (await settings.Get<DemoState?>(Group, null)).Version);

    private Task Put(DemoState state, long version) => db.InTransaction<Done>(this, async () =>
    {
        if (!await settings.Put(Group, state, version)) return Settings.Changed;
        db.Record("settings:demo", null, state.Filled ? "filled" : "begun");
        return new Done();
    });
}

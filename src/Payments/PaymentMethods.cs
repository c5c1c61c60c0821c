using Guidan.Kernel;

namespace Guidan.Payments;

/// <summary>A way to pay as the merchant arranged it.</summary>
public sealed record PaymentMethodSetting(string Code, Text Name, bool Enabled);

/// <summary>The ways to pay in the merchant's order: the first is offered first.</summary>
public sealed record PaymentMethodSettings(IReadOnlyList<PaymentMethodSetting> Methods)
{
    public static readonly PaymentMethodSettings Default = new([new("alipay", new("支付宝", "Alipay"), true)]);
}

/// <summary>A way to pay as customers see it.</summary>
public sealed record OfferedMethod(string Code, string Name);

/// <summary>The ways to pay with what is missing before each can be offered.</summary>
public sealed record PaymentMethodsView(long Version, IReadOnlyList<PaymentMethodView> Methods);

public sealed record PaymentMethodView(string Code, Text Name, bool Enabled, int Position, bool Configured, IReadOnlyList<string> Missing);

/// <summary>Which ways to pay there are, in which order, and which of them can really take money.</summary>
public sealed class PaymentMethods(Settings settings, Providers providers, Cached<PaymentMethodSettings> cached)
{
    internal const string Group = "payments";

    public async ValueTask<PaymentMethodSettings> Current() =>
        await cached.Get(async () => (await settings.Get(Group, PaymentMethodSettings.Default)).Value);

    /// <summary>What customers are offered: enabled and configured, in order. A method that cannot confirm takes no money.</summary>
    public async Task<IReadOnlyList<OfferedMethod>> Offered(Tongue tongue) => (await Current()).Methods
        .Where(m => m.Enabled && providers.Find(m.Code) is { IsConfigured: true })
        .Select(m => new OfferedMethod(m.Code, m.Name.In(tongue))).ToList();

    public async Task<PaymentMethodsView> View(Tongue tongue)
    {
        var (value, version) = await settings.Get(Group, PaymentMethodSettings.Default);
        return new(version, value.Methods.Select((m, i) =>
        {
            var provider = providers.Find(m.Code);
            return new PaymentMethodView(m.Code, m.Name, m.Enabled, i + 1, provider?.IsConfigured ?? false,
                provider?.Missing.Select(x => tongue == Tongue.Zh ? x.Zh : x.En).ToList() ?? []);
        }).ToList());
    }
}

/// <summary>Saves which ways to pay are offered and in which order.</summary>
[Operation("payments.save_settings", "保存收款设置", "Save payment settings", Permission = "settings.write")]
internal sealed class SavePaymentMethods(ShopDb db, Settings settings, Cached<PaymentMethodSettings> cached)
{
    internal sealed record Command(long Version, IReadOnlyList<Choice> Methods);

    internal sealed record Choice(string Code, bool Enabled);

    public async Task<Result<PaymentMethodSettings>> Handle(Command command)
    {
        var known = PaymentMethodSettings.Default.Methods.ToDictionary(m => m.Code);
        var unknown = command.Methods.FirstOrDefault(m => !known.ContainsKey(m.Code));
        if (unknown is not null) return Refusal.Invalid("methods", new($"没有收款方式 {unknown.Code}", $"There is no payment method {unknown.Code}"));
        if (command.Methods.DistinctBy(m => m.Code).Count() != known.Count)
            return Refusal.Invalid("methods", new("每种收款方式要出现一次", "Each payment method appears once"));
        var value = new PaymentMethodSettings(command.Methods.Select(m => known[m.Code] with { Enabled = m.Enabled }).ToList());
        return await db.InTransaction<PaymentMethodSettings>(this, async () =>
        {
            if (!await settings.Put(PaymentMethods.Group, value, command.Version)) return Settings.Changed;
            db.Record("settings:payments", null, string.Join(", ", command.Methods.Select(m => $"{m.Code}={m.Enabled}")));
            db.AfterCommit(cached.Forget);
            return value;
        });
    }
}

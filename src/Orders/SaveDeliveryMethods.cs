using Guidan.Kernel;

namespace Guidan.Orders;

/// <summary>Saves the ways to deliver.</summary>
[Operation("delivery.save_settings", "保存配送设置", "Save delivery settings", Permission = "settings.write")]
public sealed class SaveDeliveryMethods(ShopDb db, Settings settings, Cached<DeliverySettings> cached, ShopCurrency currency)
{
    private const int MethodsMost = 20;
    private static readonly HashSet<string> Kinds = ["courier", "post", "pickup", "sf"];

    public sealed record Command(long Version, IReadOnlyList<DeliveryMethod> Methods);

    public async Task<Result<DeliverySettings>> Handle(Command command)
    {
        var errors = Check(command.Methods);
        if (errors.Count > 0) return Refusal.Invalid(errors);
        return await db.InTransaction<DeliverySettings>(this, async () =>
        {
            var value = new DeliverySettings(command.Methods);
            if (!await settings.Put(DeliveryMethods.Group, value, command.Version)) return Settings.Changed;
            db.Record("settings:delivery", null, string.Join(", ", command.Methods.Select(m => $"{m.Code}={m.Price.Amount}")));
            db.AfterCommit(cached.Forget);
            return value;
        });
    }

    private Dictionary<string, Text> Check(IReadOnlyList<DeliveryMethod> methods)
    {
        var errors = new Dictionary<string, Text>();
        if (methods.Count is 0 or > MethodsMost || methods.DistinctBy(m => m.Code).Count() != methods.Count)
            errors["methods"] = new($"要有1到{MethodsMost}种，代码不能重复", $"There are 1 to {MethodsMost} methods with different codes");
        for (var i = 0; i < methods.Count; i++) CheckOne(errors, $"methods[{i}]", methods[i]);
        return errors;
    }

    private void CheckOne(Dictionary<string, Text> errors, string at, DeliveryMethod method)
    {
        if (method.Code.Length is 0 or > 30 || !method.Code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            errors[at + ".code"] = new("代码用小写字母、数字和连字符", "The code has lower-case letters, digits and hyphens");
        if (string.IsNullOrWhiteSpace(method.Name.Zh) || string.IsNullOrWhiteSpace(method.Name.En))
            errors[at + ".name"] = new("中英文名称都要有", "Give a name in both languages");
        if (!Kinds.Contains(method.Kind)) errors[at + ".kind"] = new("种类应为 courier、post、pickup 或 sf", "The kind is courier, post, pickup or sf");
        if (method.Price.Amount < 0 || method.Price.Currency != currency.Code || method.Price.Amount > 100_000_00)
            errors[at + ".price"] = new("运费不能为负，币种要与店铺一致", "Freight is not negative and in the shop's currency");
        if (method.FreeFrom is { } free && (free.Amount < 0 || free.Currency != currency.Code))
            errors[at + ".freeFrom"] = new("包邮金额不能为负，币种要与店铺一致", "The free-freight amount is not negative and in the shop's currency");
        if (method.DaysMin < 0 || method.DaysMax < method.DaysMin || method.DaysMax > 90)
            errors[at + ".daysMax"] = new("天数应从少到多，最多90天", "Days go from fewer to more, at most 90");
        if (method is { IsPickup: true, Enabled: true, Pickup: null })
            errors[at + ".pickup"] = new("开自提要写自提地址", "Self-pickup needs an address");
    }
}

using Guidan.Kernel;

namespace Guidan.Operations;

/// <summary>Saves the shop's profile; refused when somebody else saved it since it was opened.</summary>
[Operation("settings.save_shop", "保存店铺设置", "Save shop settings", Permission = OperationsModule.SettingsWrite)]
public sealed class SaveShopProfile(ShopDb db, Settings settings, ShopProfiles profiles, Cached<ShopProfile> memory)
{
    private const int NameMost = 40;
    private const int HoursMost = 80;
    private const int PhoneMost = 30;
    private const int MinutesMost = 7 * 24 * 60;
    private const int DaysMost = 90;

    public async Task<Result<ShopProfile>> Run(ShopProfile asked)
    {
        var errors = Check(asked);
        if (errors.Count > 0) return Refusal.Invalid(errors);
        return await db.InTransaction<ShopProfile>(this, async () =>
        {
            var before = await profiles.Read();
            if (!await settings.Put(ShopProfiles.Key, asked, asked.Version)) return Settings.Changed;
            db.Record("settings:shop", Json.Write(before), Json.Write(asked));
            db.AfterCommit(memory.Forget);
            return asked with { Version = asked.Version + 1 };
        });
    }

    private static Dictionary<string, Text> Check(ShopProfile asked)
    {
        var errors = new Dictionary<string, Text>();
        void Must(bool holds, string field, Text sentence)
        {
            if (!holds) errors[field] = sentence;
        }
        Must(Fits(asked.Name.Zh, 1, NameMost), "name.zh",
            new($"中文店名为1到{NameMost}个字符", $"The Chinese name has 1 to {NameMost} characters"));
        Must(Fits(asked.Name.En, 1, NameMost), "name.en",
            new($"英文店名为1到{NameMost}个字符", $"The English name has 1 to {NameMost} characters"));
        Must(Fits(asked.Phone, 0, PhoneMost), "phone",
            new($"电话最多{PhoneMost}个字符", $"A phone number has at most {PhoneMost} characters"));
        Must(Fits(asked.ServiceHours.Zh, 0, HoursMost), "serviceHours.zh",
            new($"服务时间最多{HoursMost}个字符", $"Service hours have at most {HoursMost} characters"));
        Must(Fits(asked.ServiceHours.En, 0, HoursMost), "serviceHours.en",
            new($"服务时间最多{HoursMost}个字符", $"Service hours have at most {HoursMost} characters"));
        Must(asked.PaymentMinutes is >= 5 and <= MinutesMost, "paymentMinutes",
            new($"付款时限为5到{MinutesMost}分钟", $"The time to pay is 5 to {MinutesMost} minutes"));
        Must(asked.AutoCompleteDays is >= 1 and <= DaysMost, "autoCompleteDays",
            new($"自动完成为1到{DaysMost}天", $"Orders complete after 1 to {DaysMost} days"));
        return errors;
    }

    private static bool Fits(string? text, int least, int most) =>
        text is not null && text.Trim().Length >= least && text.Length <= most && !Fields.HasUnseen(text);
}

using Guidan.Kernel;

namespace Guidan.Assurance;

/// <summary>Settings that keep orders from coming home; each is a line of the settings check.</summary>
internal static class CausesOfSettings
{
    private static readonly RemedyAction Panel = new("open_settings", new("看设置检查", "Open the settings check"), "/proof");
    private static readonly RemedyAction Payments = new("open_payments", new("看收款设置", "Open payment settings"), "/settings/payments");

    public static readonly IReadOnlyList<Cause> All =
    [
        Of("time_zone", new("时区不对", "Wrong time zone"), new("店铺时区和币种所在地不同，日表和订单号会错一天", "The shop's zone is not its currency's: days and numbers are off"),
            new("把 Shop:TimeZone 改成店铺所在地的时区，重启", "Set Shop:TimeZone to where the shop is, and restart")),
        Of("clock", new("时钟不准", "The clock is wrong"), new("和数据库或支付方的时间差得太多，签名会被拒绝", "It is too far from the database's or the provider's: signatures are refused"),
            new("打开这台机器的自动对时", "Switch on time synchronisation of this machine")),
        Of("database", new("数据库设置不安全", "Unsafe database settings"), new("断电可能丢掉已经答复的订单", "A power cut may lose orders that were confirmed"),
            new("按提示改数据库设置，重启", "Change the database setting as told, and restart")),
        Of("callback", new("回调地址不通", "The callback address does not answer"), new("外面的通知进不来，只能靠查询", "Notices from outside do not arrive; only questions work"),
            new("看 Shop:PublicUrl、域名、证书和防火墙", "See Shop:PublicUrl, the domain, the certificate and the firewall")),
        Of("keys", new("密钥不对", "Wrong keys"), new("签名对不上：密钥没填、填错或不是一对", "Signatures do not match: keys are missing, wrong or not a pair"),
            new("到支付方后台重新复制密钥，填好后重启", "Copy the keys anew from the provider, then restart")) with
        { Action = Payments },
        Of("certificate", new("证书快到期", "A certificate is about to expire"), new("到期后客户和支付方都连不上", "Once it has expired neither customers nor providers get through"),
            new("续签证书", "Renew the certificate")),
        Of("disk", new("磁盘快满了", "The disk is nearly full"), new("满了就存不下新订单", "Once it is full no order can be kept"),
            new("清理或扩容；备份不要放在同一块盘", "Make room; keep backups elsewhere")),
        Of("backlog", new("消息积压", "Messages pile up"), new("收发的消息堆着，订单会晚到", "Messages wait, so orders come late"),
            new("看消息页的错误", "See the errors on the messages page")) with
        { Action = new("open_messages", new("看消息", "Open the messages"), "/operations") },
        Of("folder", new("数据文件夹的权限不对", "Wrong rights on the data folder"), new("写不进去，或别人能读", "It cannot be written, or others can read it"),
            new("按提示改文件夹的权限", "Change the folder's rights as told")),
        Of("migrations", new("数据库没有升级", "The database is not up to date"), new("表和程序的版本不一样", "Tables and program are of different versions"),
            new("停掉旧版本，重启新版本让它升级", "Stop the old version, restart the new one")),
        Of("payments", new("收不了款", "No payment can be taken"), new("没有一种付款方式开着并接通", "No payment method is switched on and set up"),
            new("接通一种付款方式", "Set up a payment method")) with
        { Action = Payments },
        Of("notices", new("通知设置不对", "Notices are set up wrongly"), new("员工和客户收不到通知", "Neither staff nor customers are told of anything"),
            new("按 docs/notices.md 改好，重启", "Mend it by docs/notices.md, then restart")),
        Of("signatures", new("操作记录没有签名", "Audit records are not signed"), new("这台机器没有签名需要的组件", "This machine lacks what signing needs"),
            new("装上 OpenSSL 3", "Install OpenSSL 3")),
    ];

    private static Cause Of(string check, Text title, Text found, Text remedy) => new("settings." + check, CauseGroup.Settings, title, found, remedy,
        null, Panel, AutoRepair.None, null, TimeSpan.FromHours(8), TimeSpan.FromHours(1));
}

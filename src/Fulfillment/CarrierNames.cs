namespace Guidan.Fulfillment;

/// <summary>The carriers that can be chosen when shipping: code (as Kuaidi100 writes it), names, most used first.</summary>
public static class CarrierNames
{
    /// <summary>Every carrier of the table.</summary>
    public static IReadOnlyList<CarrierName> All { get; } =
    [
        new("shunfeng", "顺丰速运", "SF Express"),
        new("zhongtong", "中通快递", "ZTO Express"),
        new("yuantong", "圆通速递", "YTO Express"),
        new("yunda", "韵达快递", "Yunda Express"),
        new("shentong", "申通快递", "STO Express"),
        new("jtexpress", "极兔速递", "J&T Express"),
        new("jd", "京东快递", "JD Logistics"),
        new("ems", "EMS", "EMS"),
        new("youzhengguonei", "邮政快递包裹", "China Post"),
        new("debangkuaidi", "德邦快递", "Deppon Express"),
        new("debangwuliu", "德邦物流", "Deppon Logistics"),
        new("shunfengkuaiyun", "顺丰快运", "SF Freight"),
        new("zhongtongkuaiyun", "中通快运", "ZTO Freight"),
        new("yundakuaiyun", "韵达快运", "Yunda Freight"),
        new("zhaijisong", "宅急送", "ZJS Express"),
        new("shansong", "闪送", "FlashEx"),
        new("fedex", "联邦快递", "FedEx"),
        new("dhlen", "DHL国际快递", "DHL Express"),
    ];

    /// <summary>The carrier of a code, or null; parcels of unknown carriers keep the code as their name.</summary>
    public static CarrierName? Find(string code) => All.FirstOrDefault(carrier => carrier.Code == code);
}

/// <summary>A carrier: code, zh-CN name, English name.</summary>
public sealed record CarrierName(string Code, string Zh, string En);

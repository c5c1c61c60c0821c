namespace Guidan.Connectors;

/// <summary>
/// Foreign shop programs name China's provinces by codes; parcels need their names. Shopify uses two letters,
/// WooCommerce numbers of its own.
/// </summary>
internal static class ChinaProvinces
{
    private static readonly (string Letters, string Number, string Name)[] All =
    [
        ("YN", "CN1", "云南省"), ("BJ", "CN2", "北京市"), ("TJ", "CN3", "天津市"), ("HE", "CN4", "河北省"), ("SX", "CN5", "山西省"),
        ("NM", "CN6", "内蒙古自治区"), ("LN", "CN7", "辽宁省"), ("JL", "CN8", "吉林省"), ("HL", "CN9", "黑龙江省"), ("SH", "CN10", "上海市"),
        ("JS", "CN11", "江苏省"), ("ZJ", "CN12", "浙江省"), ("AH", "CN13", "安徽省"), ("FJ", "CN14", "福建省"), ("JX", "CN15", "江西省"),
        ("SD", "CN16", "山东省"), ("HA", "CN17", "河南省"), ("HB", "CN18", "湖北省"), ("HN", "CN19", "湖南省"), ("GD", "CN20", "广东省"),
        ("GX", "CN21", "广西壮族自治区"), ("HI", "CN22", "海南省"), ("CQ", "CN23", "重庆市"), ("SC", "CN24", "四川省"), ("GZ", "CN25", "贵州省"),
        ("SN", "CN26", "陕西省"), ("GS", "CN27", "甘肃省"), ("QH", "CN28", "青海省"), ("NX", "CN29", "宁夏回族自治区"), ("MO", "CN30", "澳门特别行政区"),
        ("XZ", "CN31", "西藏自治区"), ("YZ", "CN31", "西藏自治区"), ("XJ", "CN32", "新疆维吾尔自治区"),
    ];

    /// <summary>The province's name; what is no code of a Chinese province stays as it is.</summary>
    public static string? Name(string? country, string? code, string? otherwise) => country == "CN" && code is not null
        ? All.FirstOrDefault(p => p.Letters == code || p.Number == code).Name ?? otherwise
        : otherwise;
}

using System.Text;
using System.Text.RegularExpressions;

namespace Guidan.Web.Storefront;

/// <summary>
/// A whole Chinese address as people paste it from a chat, taken apart. What cannot be told stays empty: the customer
/// fills it in, nothing is guessed beyond the city's province.
/// </summary>
public sealed partial record PastedAddress(
    string Name, string Phone, string Province, string City, string District, string Line, string Postcode)
{
    /// <summary>Longer text is no address.</summary>
    public const int LengthMost = 300;

    private const string AddressMarks = "省市区县州盟旗镇乡村路街道巷弄号栋幢座楼室层组院厂园苑寓";

    public static PastedAddress Parse(string text)
    {
        var rest = Narrow(text.Length > LengthMost ? text[..LengthMost] : text);
        var phone = Take(ref rest, MobilePhone(), m => Digits(m.Groups[1].Value));
        // A number with a digit too few or too many is still the phone; the form says what is wrong with it.
        if (phone.Length == 0) phone = Take(ref rest, NearlyPhone(), m => Digits(m.Value));
        var labeled = Take(ref rest, LabeledName(), m => m.Groups[1].Value);
        var postcode = Take(ref rest, LonePostcode(), m => m.Value.Trim());
        rest = Labels().Replace(rest, " ");
        var parts = rest.Split([' ', ',', ';', '|', '\n', '\t', '、', '。'], StringSplitOptions.RemoveEmptyEntries).ToList();
        // A Latin name is several words: Olivia Bennett.
        for (var i = parts.Count - 1; i > 0; i--)
        {
            if (!Latin().IsMatch(parts[i]) || !Latin().IsMatch(parts[i - 1])) continue;
            parts[i - 1] += " " + parts[i];
            parts.RemoveAt(i);
        }
        var name = labeled.Length > 0 ? labeled : NameAmong(parts);
        if (labeled.Length == 0) parts.Remove(name);
        var (province, city, district, line) = Region(Join(parts));
        return new(name, phone, province, city, district, line, postcode);
    }

    // Full-width digits and punctuation become narrow, so that one set of patterns fits.
    private static string Narrow(string text)
    {
        var narrow = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            narrow.Append(c switch
            {
                >= '！' and <= '～' => (char)(c - 0xFEE0),
                '\u3000' or '\u00A0' or '\r' => ' ',
                _ => c,
            });
        }
        return narrow.ToString();
    }

    private static string Take(ref string rest, Regex pattern, Func<Match, string> read)
    {
        var match = pattern.Match(rest);
        if (!match.Success) return "";
        rest = rest.Remove(match.Index, match.Length).Insert(match.Index, " ");
        return read(match);
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    // A name is a short part without address marks; 路遥 and 区小小 are names too when nothing else can be.
    private static string NameAmong(List<string> parts)
    {
        if (parts.Count < 2) return "";
        var names = parts.Where(p => Han().IsMatch(p) ? p.Length is >= 2 and <= 4 : Latin().IsMatch(p)).ToList();
        return names.FirstOrDefault(p => !StartsWithRegion(p) && !p.Any(AddressMarks.Contains))
            ?? names.FirstOrDefault(p => !StartsWithRegion(p) && !AddressMarks.Contains(p[^1])) ?? "";
    }

    private static bool StartsWithRegion(string part) => Regions.All.Any(p =>
        part.StartsWith(Regions.ShortProvince(p.Key), StringComparison.Ordinal)
        || p.Value.Any(c => part.StartsWith(Regions.Short(c), StringComparison.Ordinal)));

    // Han parts join without a space; a space stays between Latin words.
    private static string Join(List<string> parts)
    {
        var joined = new StringBuilder();
        foreach (var part in parts)
        {
            if (joined.Length > 0 && joined[^1] < 128 && part[0] < 128) joined.Append(' ');
            joined.Append(part);
        }
        return joined.ToString();
    }

    private static (string Province, string City, string District, string Line) Region(string rest)
    {
        if (rest.StartsWith("中国", StringComparison.Ordinal)) rest = rest[2..];
        var province = Regions.All.Select(p => p.Key).FirstOrDefault(p => Starts(rest, p, Regions.ShortProvince(p)) > 0) ?? "";
        // 吉林市 is a city of 吉林省: a short province before 市 is the city itself, unless it is a municipality.
        var isCity = province.Length > 0 && !Regions.IsMunicipality(province)
            && rest.StartsWith(Regions.ShortProvince(province) + "市", StringComparison.Ordinal);
        if (!isCity) rest = rest[Starts(rest, province, Regions.ShortProvince(province))..];
        var city = "";
        if (Regions.IsMunicipality(province) || province.EndsWith("特别行政区", StringComparison.Ordinal))
        {
            city = province;
            rest = rest[Starts(rest, province, province)..];
        }
        else if (CityOf(rest, province) is { } found)
        {
            (province, city) = (found.Province, found.City);
            rest = rest[found.Length..];
        }
        foreach (var filler in (string[])["市辖区", "直辖县", "省直辖"])
        {
            if (rest.StartsWith(filler, StringComparison.Ordinal)) rest = rest[filler.Length..];
        }
        var district = province.Length > 0 ? DistrictOf(rest) : "";
        return (province, city, district, rest[district.Length..].Trim());
    }

    private static (string Province, string City, int Length)? CityOf(string rest, string province)
    {
        foreach (var (name, cities) in Regions.All.Where(p => province.Length == 0 || p.Key == province))
        {
            foreach (var city in cities)
            {
                var length = Starts(rest, city, province.Length == 0 && Regions.Short(city).Length < 2 ? city : Regions.Short(city));
                if (length > 0) return (name, city, length);
            }
        }
        return null;
    }

    private static string DistrictOf(string rest)
    {
        var match = DistrictName().Match(rest);
        if (!match.Success) return "";
        var name = match.Value;
        // 沙市区 is one district, not 沙市 and a stray 区.
        if (name.EndsWith('市') && rest.Length > name.Length && rest[name.Length] == '区') name += "区";
        return name.EndsWith("小区", StringComparison.Ordinal) || name.Any("路街巷弄号幢栋".Contains) ? "" : name;
    }

    private static int Starts(string text, string whole, string brief)
    {
        if (whole.Length == 0) return 0;
        if (text.StartsWith(whole, StringComparison.Ordinal)) return whole.Length;
        return text.StartsWith(brief, StringComparison.Ordinal) ? brief.Length : 0;
    }

    [GeneratedRegex(@"(?<!\d)(?:\+?86[-\s]?)?(1[3-9]\d[-\s]?\d{4}[-\s]?\d{4})(?!\d)")]
    private static partial Regex MobilePhone();

    [GeneratedRegex(@"(?<![\d-])1[3-9](?:[-\s]?\d){7,11}(?![\d-])")]
    private static partial Regex NearlyPhone();

    [GeneratedRegex(@"(?:收货人|收件人|姓名|联系人|名字)\s*:?\s*([\p{IsCJKUnifiedIdeographs}·]{2,8}|[A-Za-z][A-Za-z .'-]{1,40})")]
    private static partial Regex LabeledName();

    [GeneratedRegex(@"(?<![\d\p{IsCJKUnifiedIdeographs}-])\d{6}(?![\d\p{IsCJKUnifiedIdeographs}-])")]
    private static partial Regex LonePostcode();

    [GeneratedRegex("(?:联系电话|手机号码|电话号码|手机号|手机|电话|所在地区|所在省市|地区|详细地址|收货地址|收件地址|地址|邮政编码|邮编)\\s*:")]
    private static partial Regex Labels();

    [GeneratedRegex("^.{1,9}?(?:自治县|自治旗|区|县|旗|市)")]
    private static partial Regex DistrictName();

    [GeneratedRegex(@"^[\p{IsCJKUnifiedIdeographs}·]+$")]
    private static partial Regex Han();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z .'-]{1,40}$")]
    private static partial Regex Latin();
}

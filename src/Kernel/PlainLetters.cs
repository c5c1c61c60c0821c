using System.Collections.Frozen;
using System.Globalization;

namespace Guidan.Kernel;

/// <summary>
/// Letters as they are searched: without accents and in half width. The program runs without the culture tables of the
/// system, where <see cref="string.Normalize()"/> leaves everything but ASCII as it is, so the letters stand here.
/// </summary>
public static class PlainLetters
{
    private const int FullWidthShift = 0xFEE0;

    private static readonly FrozenDictionary<char, string> Plain = Table();

    /// <summary>A text in lower case and plain letters; what has no plain form stays as it is.</summary>
    public static IEnumerable<char> Fold(string text)
    {
        foreach (var raw in text)
        {
            // Accents typed as marks of their own are dropped, those in one letter and full-width letters looked up.
            if (CharUnicodeInfo.GetUnicodeCategory(raw) == UnicodeCategory.NonSpacingMark) continue;
            var lower = char.ToLowerInvariant(raw);
            if (Of(lower) is not { } plain)
            {
                yield return lower;
                continue;
            }
            foreach (var letter in plain) yield return char.ToLowerInvariant(letter);
        }
    }

    /// <inheritdoc cref="Fold"/>
    public static string Of(string text) => string.Concat(Fold(text));

    private static string? Of(char lower) => lower switch
    {
        < '\u0080' => null,
        '\u3000' or '\u00a0' => " ",
        >= '\uff01' and <= '\uff5e' => ((char)(lower - FullWidthShift)).ToString(),
        _ => Plain.GetValueOrDefault(lower),
    };

    private static FrozenDictionary<char, string> Table()
    {
        var table = new Dictionary<char, string>
        {
            ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['þ'] = "th", ['ﬁ'] = "fi", ['ﬂ'] = "fl", ['ﬀ'] = "ff",
            ['ﬃ'] = "ffi", ['ﬄ'] = "ffl", ['㎏'] = "kg", ['㎎'] = "mg", ['㎜'] = "mm", ['㎝'] = "cm", ['㎞'] = "km",
        };
        foreach (var row in Accented)
        {
            foreach (var letter in row.Skip(1)) table[letter] = row[..1];
        }
        return table.ToFrozenDictionary();
    }

    // Each row is a plain letter and its accented forms: Latin-1, Latin Extended-A and -B, pinyin, Vietnamese.
    private static string[] Accented =>
    [
        "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
        "bḃḅḇ",
        "cçćĉċčḉ",
        "dďḋḍḏḑḓđð",
        "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
        "fḟ",
        "gĝğġģǧǵḡ",
        "hĥȟḣḥḧḩḫẖħ",
        "iìíîïĩīĭįǐȉȋḭḯỉịı",
        "jĵǰ",
        "kķǩḱḳḵ",
        "lĺļľḷḹḻḽł",
        "mḿṁṃ",
        "nñńņňǹṅṇṉṋ",
        "oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợø",
        "pṕṗ",
        "rŕŗřȑȓṙṛṝṟ",
        "sśŝşšſșṡṣṥṧṩẛ",
        "tţťțṫṭṯṱẗŧ",
        "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
        "vṽṿ",
        "wŵẁẃẅẇẉẘ",
        "xẋẍ",
        "yýÿŷȳẏẙỳỵỷỹ",
        "zźżžẑẓẕ",
    ];
}

using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Guidan.Kernel;

namespace Guidan.Tests.Kernel;

/// <summary>Small pieces that read, write, hide or fold text.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("Café crème", "cafe creme")]
    [InlineData("Cafe\u0301", "cafe")]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("Straße", "strasse")]
    [InlineData("nǚ lǜ", "nu lu")]
    [InlineData("Trà Đá", "tra da")]
    [InlineData("ﬁne", "fine")]
    [InlineData("TEA-001/a", "tea 001 a")]
    public void Latin_words_are_found_without_accents_and_case(string text, string words) =>
        SearchTokens.Of(text).ShouldBe(words.Split(' ').Distinct(), ignoreOrder: true);

    [Fact]
    public void Chinese_is_found_by_characters_and_pairs() =>
        SearchTokens.Of("龙井茶 tea").ShouldBe(["龙", "龙井", "井", "井茶", "茶", "tea"], ignoreOrder: true);

    [Fact]
    public void Mixed_text_breaks_where_the_script_changes() =>
        SearchTokens.OfQuery("龙井Tea 250g").ShouldBe(["龙井", "tea", "250g"]);

    [Theory]
    [InlineData("明前龙井 Long Jing 250g", "龙井")]
    [InlineData("明前龙井 Long Jing 250g", "LONG")]
    [InlineData("明前龙井 Long Jing 250g", "井")]
    [InlineData("明前龙井 Long Jing 250g", "前龙井 ｊｉｎｇ")]
    public void What_is_asked_for_is_among_what_is_stored(string text, string query) =>
        SearchTokens.OfQuery(query).ShouldBeSubsetOf(SearchTokens.Of(text));

    [Fact]
    public void Any_text_finds_itself() => Prop.ForAll<string>(text => string.IsNullOrEmpty(text)
        || SearchTokens.OfQuery(text).All(SearchTokens.Of(text).Contains)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_word_without_end_is_cut_and_still_finds_itself() =>
        SearchTokens.OfQuery(new string('x', 500)).ShouldBeSubsetOf(SearchTokens.Of(new string('x', 500)));

    [Theory]
    [InlineData(null, Tongue.Zh)]
    [InlineData("", Tongue.Zh)]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", Tongue.Zh)]
    [InlineData("en-US,en;q=0.9,zh-CN;q=0.8", Tongue.En)]
    [InlineData("fr-FR, en;q=0.7", Tongue.En)]
    [InlineData("en;q=0.3, zh-TW;q=0.5", Tongue.Zh)]
    [InlineData("EN", Tongue.En)]
    [InlineData("en;q=0", Tongue.Zh)]
    [InlineData("fr, de", Tongue.Zh)]
    [InlineData("english", Tongue.Zh)]
    [InlineData(";;,q=,en;q=x", Tongue.Zh)]
    public void The_language_is_the_one_that_the_reader_prefers(string? header, Tongue tongue) =>
        Text.TongueOf(header).ShouldBe(tongue);

    [Fact]
    public void Any_header_is_read_without_an_error() =>
        Prop.ForAll<string>(header => Enum.IsDefined(Text.TongueOf(header))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("", "")]
    [InlineData("张", "*")]
    [InlineData("张三丰", "张**")]
    [InlineData("欧阳娜娜小姐", "欧***")]
    [InlineData("𠮷野家", "𠮷**")]
    public void A_name_keeps_its_first_character(string name, string masked) => Masks.Name(name).ShouldBe(masked);

    [Theory]
    [InlineData("13812341234", "138****1234")]
    [InlineData("12345678", "****5678")]
    [InlineData("1234", "****")]
    [InlineData("", "****")]
    public void A_phone_keeps_its_ends(string phone, string masked) => Masks.Phone(phone).ShouldBe(masked);

    [Theory]
    [InlineData("anna@example.com", "a***@example.com")]
    [InlineData("@example.com", "***")]
    [InlineData("anna", "***")]
    public void An_address_keeps_its_house(string email, string masked) => Masks.Email(email).ShouldBe(masked);

    [Fact]
    public void A_cursor_comes_back_as_it_went() => Prop.ForAll<string>(key =>
        key is null || key.Length > 100 || key.Any(char.IsSurrogate) || key.Contains('\0') || key.Contains('\uFFFD')
        || Cursor.TryRead(Cursor.Write(key), out var read) && read == key).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_in_place_of_a_cursor_is_read_or_refused() => Prop.ForAll<string>(text =>
    {
        var ok = PageAsk.Read("20", text);
        return ok.IsOk || ok.Refusal!.Code == "input.malformed";
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_in_place_of_a_cursor_are_read_or_refused() => Prop.ForAll<byte[]>(bytes =>
        bytes is null || Cursor.TryRead(Convert.ToBase64String(bytes), out var key) is var read && (read || key is not null))
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("0")]
    [InlineData("201")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("99999999999999999999")]
    public void A_limit_out_of_bounds_is_refused(string limit) => PageAsk.Read(limit, null).Refusal!.Code.ShouldBe("input.malformed");

    [Fact]
    public void A_sealed_text_opens_in_its_place_only()
    {
        var sealer = new Sealer(RandomNumberGenerator.GetBytes(32));
        var box = sealer.Seal("张三丰", "customers/phone/1");

        sealer.Open(box, "customers/phone/1").ShouldBe("张三丰");
        sealer.Open(sealer.Seal("", "empty"), "empty").ShouldBe("");
        Should.Throw<CryptographicException>(() => sealer.Open(box, "customers/phone/2"));
        Should.Throw<CryptographicException>(() => new Sealer(RandomNumberGenerator.GetBytes(32)).Open(box, "customers/phone/1"));
        sealer.Seal("张三丰", "customers/phone/1").ShouldNotBe(box, "equal texts must not be seen to be equal");
    }

    [Fact]
    public void A_sealed_text_with_any_bit_changed_does_not_open()
    {
        var sealer = new Sealer(new byte[32]);
        var box = sealer.Seal("secret", "here");
        for (var bit = 8; bit < box.Length * 8; bit++)
        {
            var changed = (byte[])box.Clone();
            changed[bit / 8] ^= (byte)(1 << bit % 8);
            Should.Throw<CryptographicException>(() => sealer.Open(changed, "here"));
        }
    }

    [Fact]
    public void A_link_token_belongs_to_one_subject()
    {
        var sealer = new Sealer(new byte[32]);
        var token = sealer.Token("order", "261122527183406912");

        token.Length.ShouldBe(22);
        sealer.IsToken("order", "261122527183406912", token).ShouldBeTrue();
        sealer.IsToken("order", "261122527183406913", token).ShouldBeFalse();
        sealer.IsToken("other", "261122527183406912", token).ShouldBeFalse();
        sealer.IsToken("order", "261122527183406912", null).ShouldBeFalse();
        sealer.IsToken("order", "261122527183406912", token + "x").ShouldBeFalse();
    }

    [Fact]
    public void The_master_key_is_made_once_and_only_its_owner_may_read_it()
    {
        var folder = Directory.CreateTempSubdirectory("guidan-key-").FullName;
        var file = Path.Combine(folder, "keys", "master.key");
        var box = Sealer.FromFile(file).Seal("secret", "here");

        Sealer.FromFile(file).Open(box, "here").ShouldBe("secret");
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_blind_index_is_equal_for_equal_values_of_one_kind()
    {
        var sealer = new Sealer(new byte[32]);

        sealer.Index("phone", "138").ShouldBe(sealer.Index("phone", "138"));
        sealer.Index("phone", "138").ShouldNotBe(sealer.Index("email", "138"));
        Encoding.UTF8.GetString(sealer.Index("phone", "138")).ShouldNotContain("138");
    }

    private enum State { Placed, Confirmed, Completed, Canceled }

    private static readonly Transitions<State> Moves = new((State.Placed, State.Confirmed), (State.Placed, State.Canceled),
        (State.Confirmed, State.Completed));

    [Fact]
    public void Only_listed_moves_are_legal()
    {
        Moves.Allows(State.Placed, State.Confirmed).ShouldBeTrue();
        Moves.Allows(State.Confirmed, State.Placed).ShouldBeFalse();
        Moves.Allows(State.Placed, State.Placed).ShouldBeFalse();
        Moves.IsLegal(State.Placed, [State.Confirmed, State.Completed]).ShouldBeTrue();
        Moves.IsLegal(State.Placed, []).ShouldBeTrue();
        Moves.IsLegal(State.Placed, [State.Completed]).ShouldBeFalse();
        Moves.IsLegal(State.Placed, [State.Canceled, State.Confirmed]).ShouldBeFalse();
    }

    [Fact]
    public void Ordered_ids_ascend_within_a_moment_and_sort_by_time()
    {
        var moment = TimeProvider.System.GetUtcNow();
        var ids = Enumerable.Range(0, 10_000).Select(_ => OrderedId.At(moment)).ToList();

        ids.Select(id => Convert.ToHexString(id.ToByteArray(bigEndian: true))).ShouldBeInOrder();
        ids.Distinct().Count().ShouldBe(ids.Count);
        ids.ShouldAllBe(id => id.Version == 7 && (id.Variant & 0b1100) == 0b1000);
        // Never before its moment; after it where ids were given out for later moments already.
        DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(ids[0].ToString("N")[..12], 16))
            .ShouldBeGreaterThanOrEqualTo(moment.AddMilliseconds(-1));
    }
}

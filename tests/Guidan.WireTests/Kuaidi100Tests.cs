using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Guidan.Connectors;
using Guidan.Fulfillment;
using Shouldly;
using Xunit;

namespace Guidan.WireTests;

public sealed class Kuaidi100Tests(World world) : IClassFixture<World>
{
    private const string Thanks = """{"result":true,"returnCode":"200","message":"成功"}""";
    private static readonly Kuaidi100Options Options = new() { Salt = "salt123" };

    private static PushReading Read(string param, string? sign) => Kuaidi100Push.Read(Raw(Form(param, sign)), Options);

    private static string Number(string prefix) =>
        prefix + RandomNumberGenerator.GetString("0123456789", 13);

    private static RawPush Raw(byte[] body) => new(body, new Dictionary<string, string>(), null, default);

    private static byte[] Form(string param, string? sign) => Encoding.ASCII.GetBytes(
        $"param={Uri.EscapeDataString(param)}" + (sign is null ? "" : $"&sign={sign}"));

    [Fact]
    public void Both_signatures_match_the_vectors()
    {
        Kuaidi100Signature.OfPush(Vectors.PushParam, "salt123").ShouldBe("965976E23809B1F3615A099B980E3509");
        Kuaidi100Signature.OfQuery("""{"com":"yuantong","num":"YT0000000000001"}""", "key123", "customer123")
            .ShouldBe("1EFAEEED5BB03B3AB4F586A1E66AA3D3");
    }

    [Fact]
    public void A_genuine_push_is_read_whole()
    {
        var reading = Read(Vectors.PushParam, "965976E23809B1F3615A099B980E3509");
        reading.Verdict.ShouldBe(PushVerdict.Genuine);
        reading.OnStored.Body.ShouldBe(Thanks);
        reading.Aborted.ShouldBeFalse();
        var report = reading.Report!;
        report.State.ShouldBe(TrackingState.Delivered);
        report.Finished.ShouldBeTrue();
        report.TrackingNumber.ShouldBe("YT0000000000001");
        report.Events.ShouldHaveSingleItem().ShouldBe(
            new TrackingEvent(new(2026, 11, 20, 4, 0, 0, TimeSpan.Zero), "已签收", null, null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("965976e23809b1f3615a099b980e3509")]
    [InlineData("065976E23809B1F3615A099B980E3509")]
    public void A_wrong_signature_is_forged(string? sign)
    {
        var reading = Read(Vectors.PushParam, sign);
        reading.Verdict.ShouldBe(PushVerdict.Forged);
        reading.Report.ShouldBeNull();
        reading.OnRefused.StatusCode.ShouldBe(401);
    }

    [Fact]
    public void Without_a_salt_of_ours_nothing_is_believed()
    {
        var sign = Kuaidi100Signature.OfPush(Vectors.PushParam, "");
        Kuaidi100Push.Read(Raw(Form(Vectors.PushParam, sign)), new()).Verdict.ShouldBe(PushVerdict.Forged);
    }

    [Fact]
    public void An_abort_and_a_corrected_carrier_are_told()
    {
        const string param = """
            {"status":"abort","message":"3天查询无记录","autoCheck":"1","comOld":"yunda","comNew":"jtexpress",
            "lastResult":{"message":"x","nu":"4310508235533","ischeck":"0","com":"yunda","status":"201","state":"0",
            "data":[]}}
            """;
        var reading = Read(param, Kuaidi100Signature.OfPush(param, "salt123"));
        reading.Verdict.ShouldBe(PushVerdict.Genuine);
        reading.Aborted.ShouldBeTrue();
        reading.Note.ShouldBe("3天查询无记录");
        reading.Report!.CorrectedCarrier.ShouldBe("jtexpress");
        reading.Report.Events.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0", TrackingState.InTransit)]
    [InlineData("1", TrackingState.PickedUp)]
    [InlineData("2", TrackingState.Problem)]
    [InlineData("3", TrackingState.Delivered)]
    [InlineData("4", TrackingState.Returned)]
    [InlineData("5", TrackingState.OutForDelivery)]
    [InlineData("6", TrackingState.Returning)]
    [InlineData("7", TrackingState.Forwarded)]
    [InlineData("8", TrackingState.Customs)]
    [InlineData("13", TrackingState.Customs)]
    [InlineData("14", TrackingState.Refused)]
    [InlineData("101", TrackingState.Announced)]
    [InlineData("103", TrackingState.PickedUp)]
    [InlineData("211", TrackingState.Problem)]
    [InlineData("304", TrackingState.Delivered)]
    [InlineData("1006", TrackingState.InTransit)]
    [InlineData("9", TrackingState.Unknown)]
    [InlineData("99999", TrackingState.Unknown)]
    [InlineData("", TrackingState.Unknown)]
    [InlineData(null, TrackingState.Unknown)]
    public void States_are_mapped_and_unknown_ones_kept(string? code, TrackingState state) =>
        Kuaidi100State.Read(code).ShouldBe(state);

    [Fact]
    public void Ten_thousand_mutations_of_what_is_signed_never_throw()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var i = 0; i < 10_000; i++)
        {
            var letters = Vectors.PushParam.ToCharArray();
            for (var n = random.Next(1, 4); n > 0; n--)
                letters[random.Next(letters.Length)] = (char)random.Next(32, 127);
            var param = new string(letters);
            // Signed rightly, so that the reader behind the signature meets the nonsense.
            Should.NotThrow(() => Read(param, Kuaidi100Signature.OfPush(param, "salt123")), $"seed {seed}");
        }
    }

    [Fact]
    public async Task A_parcel_is_followed_pushed_and_queried()
    {
        await using var ear = await Ear.Open();
        ear.Answer = _ => Thanks;
        var parcel = new ParcelToFollow("yuantong", Number("YT"), "0000", new(ear.Address));
        (await world.Tracker.Query(parcel, CancellationToken.None)).Report.ShouldBeNull();
        (await world.Tracker.Subscribe(parcel, CancellationToken.None)).State.ShouldBe(SubscribeState.Subscribed);
        (await world.Tracker.Subscribe(parcel, CancellationToken.None)).State.ShouldBe(SubscribeState.Subscribed);
        for (var step = 1; step <= 5; step++)
        {
            await world.Browser.PostAsync($"/sandbox/kuaidi100/parcels/{parcel.TrackingNumber}/advance", null);
            await World.Eventually(() => Task.FromResult(ear.Heard.Count == step));
        }

        var readings = ear.Heard.Select(body => world.Tracker.ReadPush(Raw(body))).ToArray();
        readings.ShouldAllBe(reading => reading.Verdict == PushVerdict.Genuine);
        readings.Select(reading => reading.Report!.State).ShouldBe([
            TrackingState.PickedUp, TrackingState.InTransit, TrackingState.InTransit, TrackingState.OutForDelivery,
            TrackingState.Delivered]);
        readings.Select(reading => reading.Report!.Events.Count).ShouldBe([1, 2, 3, 4, 5]);
        readings[4].Report!.Events[0].Text.ShouldContain("签收");
        readings[4].Report!.Finished.ShouldBeTrue();
        var queried = await world.Tracker.Query(parcel, CancellationToken.None);
        queried.Report!.Events.ShouldBe(readings[4].Report!.Events);
    }

    [Fact]
    public async Task A_test_can_tell_a_parcel_any_state_and_the_tracker_can_give_up()
    {
        await using var ear = await Ear.Open();
        ear.Answer = _ => Thanks;
        var parcel = new ParcelToFollow("jd", Number("JD"), null, new(ear.Address));
        await world.Tracker.Subscribe(parcel, CancellationToken.None);
        var advance = $"/sandbox/kuaidi100/parcels/{parcel.TrackingNumber}/advance";
        await world.Browser.PostAsJsonAsync(advance, new { state = "777", text = "转投" });
        await World.Eventually(() => Task.FromResult(ear.Heard.Count == 1));
        await world.Browser.PostAsJsonAsync(advance, new { state = "abort" });
        await World.Eventually(() => Task.FromResult(ear.Heard.Count == 2));
        var readings = ear.Heard.Select(body => world.Tracker.ReadPush(Raw(body))).ToArray();
        readings[0].Report!.State.ShouldBe(TrackingState.Forwarded);
        readings[0].Report!.Events[0].RawCode.ShouldBe("777");
        readings[1].Aborted.ShouldBeTrue();
    }

    [Fact]
    public async Task Left_alone_a_parcel_moves_by_the_timetable()
    {
        await using var ear = await Ear.Open();
        ear.Answer = _ => Thanks;
        var parcel = new ParcelToFollow("jd", Number("JD"), null, new(ear.Address));
        await world.Tracker.Subscribe(parcel, CancellationToken.None);
        await world.Browser.PostAsJsonAsync("/sandbox/clock", new { advanceSeconds = 3 * 3600 + 60 });
        await World.Eventually(() => Task.FromResult(ear.Heard.Count >= 3));
        await Task.Delay(200);
        ear.Heard.Count.ShouldBe(3);
        await world.Browser.PostAsJsonAsync("/sandbox/clock", new { advanceSeconds = 9 * 3600 });
        await World.Eventually(() => Task.FromResult(ear.Heard.Count == 5));
        (await world.Tracker.Query(parcel, CancellationToken.None)).Report!.State.ShouldBe(TrackingState.Delivered);
    }

    [Fact]
    public async Task Wrong_keys_are_refused()
    {
        var parcel = new ParcelToFollow("jd", "JD00000001", null, new("http://127.0.0.1:9/"));
        var stranger = new Kuaidi100Tracking(new HttpClient(), Microsoft.Extensions.Options.Options.Create(
            new Kuaidi100Options { BaseUrl = world.Address.AbsoluteUri, Customer = "c", Key = "k", Salt = "s" }));
        var answer = await stranger.Subscribe(parcel, CancellationToken.None);
        answer.State.ShouldBe(SubscribeState.Refused);
        answer.Reason.ShouldBe("600");
        (await stranger.Query(parcel, CancellationToken.None)).Reason.ShouldBe("503");
    }
}

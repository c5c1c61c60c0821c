using Guidan.Kernel;
using Microsoft.AspNetCore.Http;

namespace Guidan.Fulfillment;

/// <summary>Takes a carrier's push: verified, stored once, then answered.</summary>
internal sealed class TakePush(IEnumerable<ICarrierTracking> trackers, Inbox inbox, TimeProvider clock)
{
    private const int BytesMost = 256 * 1024;

    public async Task<IResult> Handle(string carrier, HttpRequest request)
    {
        if (trackers.FirstOrDefault(t => t.Code == carrier) is not { } tracker) return Results.Problem(statusCode: 404, title: "Unknown carrier");
        if (request.ContentLength > BytesMost) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer);
        if (buffer.Length > BytesMost) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var headers = new Dictionary<string, string> { ["Content-Type"] = request.ContentType ?? "" };
        var reading = tracker.ReadPush(new RawPush(buffer.ToArray(), headers, request.ContentType, clock.GetUtcNow()));
        if (reading.Verdict != PushVerdict.Genuine || reading.EventKey is not { } key) return Answer(reading.OnRefused);
        await inbox.Store("shipping:" + carrier, key, buffer.ToArray(), headers);
        return Answer(reading.OnStored);
    }

    private static IResult Answer(PushAnswer answer) => Results.Text(answer.Body, answer.ContentType, statusCode: answer.StatusCode);
}

/// <summary>Reads stored pushes of 快递100 again and records what they say.</summary>
internal sealed class Kuaidi100Pushes(IEnumerable<ICarrierTracking> trackers, TakeTracking take) : IInboxHandler
{
    private const string Carrier = "kuaidi100";

    public string Source => "shipping:" + Carrier;

    public string StreamOf(InboxMessage message) => Read(message).Report?.TrackingNumber ?? message.EventKey;

    public async Task<Delivery> Handle(InboxMessage message, CancellationToken ct)
    {
        var reading = Read(message);
        if (reading.Report is not { } report) return new Delivery(MessageState.Done, reading.Note ?? "nothing to record", null);
        return await take.Handle(report) ? Delivery.Done : new Delivery(MessageState.Done, "not a parcel of ours", null);
    }

    private PushReading Read(InboxMessage message)
    {
        var headers = Json.Read<Dictionary<string, string>>(message.Headers);
        return trackers.First(t => t.Code == Carrier)
            .ReadPush(new RawPush(message.Body, headers, headers.GetValueOrDefault("Content-Type"), message.ReceivedAt));
    }
}

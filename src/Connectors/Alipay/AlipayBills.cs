using System.Net;
using Guidan.Payments;
using Microsoft.Extensions.Options;

namespace Guidan.Connectors;

/// <summary>Fetches Alipay's bill of a day: a signed answer names an address that lives half a minute, and the file lies there.</summary>
internal sealed class AlipayBills(HttpClient http, HttpClient files, IOptions<AlipayOptions> settings, TimeProvider clock) : IBillSource
{
    private const string NotThere = "bill_not_exist";
    private readonly AlipayGateway gateway = new(http, settings.Value, clock);

    public string Code => "alipay";

    public bool IsConfigured { get; } = AlipaySettingsCheck.Missing(settings.Value).Count == 0;

    public async Task<BillFetch> Fetch(DateOnly day, CancellationToken cancellation)
    {
        if (!IsConfigured) return Failed("not_configured");
        var reply = await gateway.Call("alipay.data.dataservice.bill.downloadurl.query",
            new Dictionary<string, object> { ["bill_type"] = "trade", ["bill_date"] = day.ToString("yyyy-MM-dd") }, cancellation);
        if (reply.Outcome == AlipayOutcome.BusinessFailed && reply.Reason?.Contains(NotThere, StringComparison.OrdinalIgnoreCase) == true)
            return new(BillFetchState.NotThere, [], reply.Reason);
        if (reply.Outcome != AlipayOutcome.Ok) return Failed(reply.Reason ?? "unknown");
        return Uri.TryCreate(reply.Text("bill_download_url"), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? await Download(address, cancellation) : Failed("answer.no_address");
    }

    public DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8));

    public BillReading Read(byte[] file) => AlipayBill.Read(file);

    private async Task<BillFetch> Download(Uri address, CancellationToken cancellation)
    {
        try
        {
            using var answer = await files.GetAsync(address, cancellation);
            return answer.StatusCode == HttpStatusCode.OK
                ? new(BillFetchState.Fetched, await answer.Content.ReadAsByteArrayAsync(cancellation)) : Failed($"http.{(int)answer.StatusCode}");
        }
        catch (HttpRequestException error)
        {
            return Failed($"wire.{error.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Failed("wire.timeout");
        }
    }

    private static BillFetch Failed(string reason) => new(BillFetchState.Failed, [], reason);
}

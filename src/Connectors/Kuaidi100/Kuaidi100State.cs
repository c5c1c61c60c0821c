using Guidan.Fulfillment;

namespace Guidan.Connectors;

/// <summary>Maps Kuaidi100's states. Detailed codes (three and four digits) refine the state that they begin with.</summary>
internal static class Kuaidi100State
{
    public static TrackingState Read(string? code) => code switch
    {
        "101" or "102" => TrackingState.Announced,
        { Length: 1 or 2 } => Coarse(code),
        { Length: 3 } => Coarse(code[..1]),
        { Length: 4 } => code.StartsWith("10", StringComparison.Ordinal) ? TrackingState.InTransit : Coarse(code[..2]),
        _ => TrackingState.Unknown,
    };

    private static TrackingState Coarse(string code) => code switch
    {
        "0" => TrackingState.InTransit,
        "1" => TrackingState.PickedUp,
        "2" => TrackingState.Problem,
        "3" => TrackingState.Delivered,
        "4" => TrackingState.Returned,
        "5" => TrackingState.OutForDelivery,
        "6" => TrackingState.Returning,
        "7" => TrackingState.Forwarded,
        "8" or "10" or "11" or "12" or "13" => TrackingState.Customs,
        "14" => TrackingState.Refused,
        _ => TrackingState.Unknown,
    };
}

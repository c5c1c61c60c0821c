using System.Security.Cryptography;
using System.Text;

namespace Guidan.Bench;

/// <summary>Makes the bytes of requests. Every order has its own key, its own person and its own phone.</summary>
internal sealed class Requests(int port, string token)
{
    private readonly string head = $"Host: 127.0.0.1:{port}\r\nAccept-Language: zh-CN\r\n";
    private int count;

    /// <summary>An order of one SKU, and the random key under which it is asked for.</summary>
    public (byte[] Bytes, string Key) Order(string sku)
    {
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var n = Interlocked.Increment(ref count);
        var phone = 13_000_000_000 + (long)((uint)n * 2_654_435_761 % 999_999_999);
        var body = $$"""
            {"lines":[{"sku":"{{sku}}","quantity":1}],"contact":{"name":"张{{n}}","phone":"{{phone}}","email":"a{{n}}@example.com"},"shippingAddress":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","line":"文三路{{n}}号","postcode":"310000"},"deliveryMethod":"courier","paymentMethod":"alipay","coupons":[],"note":"请轻放"}
            """;
        return (Encoding.UTF8.GetBytes($"POST /api/store/orders HTTP/1.1\r\n{head}Content-Type: application/json\r\n"
            + $"Idempotency-Key: {key}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"), key);
    }

    /// <summary>A reading; the back office wants its token.</summary>
    public byte[] Get(string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\n{head}Authorization: Bearer {token}\r\n\r\n");
}

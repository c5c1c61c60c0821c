using System.Text;
using Guidan.Audit;

namespace Guidan.Tests.Audit;

public sealed class AuditTextTests
{
    [Fact]
    public void The_hash_agrees_with_the_published_vector() => AuditTrail.HashOf(new string('0', 64),
        """{"seq":1,"at":"2026-11-20T02:00:00.000Z","actor":"u:1","action":"order.create","target":"SO20261120000001"}""")
        .ShouldBe("c5ce74150d7029daf0c1472562f7fa398c590eabd1f9057b097cf8b40103e2ff");

    [Theory]
    [InlineData("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    public void Signatures_agree_with_RFC_8032(string seed, string publicKey, string text, string signature)
    {
        using var key = Ed25519.FromSeed(Convert.FromHexString(seed));
        Convert.ToHexStringLower(key.PublicKey).ShouldBe(publicKey);
        Convert.ToHexStringLower(key.Sign(Convert.FromHexString(text))).ShouldBe(signature);
        Ed25519.IsSigned(key.PublicKey, Convert.FromHexString(text), Convert.FromHexString(signature)).ShouldBeTrue();
        Ed25519.IsSigned(key.PublicKey, Encoding.UTF8.GetBytes("other"), Convert.FromHexString(signature)).ShouldBeFalse();
    }
}

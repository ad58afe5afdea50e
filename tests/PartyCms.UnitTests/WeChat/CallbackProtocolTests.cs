using System.Xml.Linq;
using PartyCms.WeChat;
using PartyCms.WeChat.Callback;
using PartyCms.WeChat.Crypto;

namespace PartyCms.UnitTests.WeChat;

public sealed class CallbackProtocolTests
{
    private static readonly MessageCrypto Crypto = new(OfficialExamples.AppId, OfficialExamples.Key);
    private static readonly string PlainBody = Pushes.Xml("text", "<Content>学习</Content><MsgId>1</MsgId>");

    private static readonly CallbackQuery PlainQuery = new()
    {
        Signature = OfficialExamples.Signature,
        Timestamp = OfficialExamples.Timestamp,
        Nonce = OfficialExamples.Nonce,
    };

    private static readonly CallbackQuery EncryptedQuery = PlainQuery with
    {
        EncryptType = "aes",
        MessageSignature = OfficialExamples.MessageSignature,
    };

    private static readonly string EncryptedBody = Envelope(OfficialExamples.CipherText);

    private static readonly CallbackQuery ProofQuery = new()
    {
        Signature = "f464b24fc39322e44b38aa78f5edd27bd1441696",
        Timestamp = "1714036504",
        Nonce = "1514711492",
    };

    [Theory]
    [InlineData(nameof(CallbackMode.Plain))]
    [InlineData(nameof(CallbackMode.Safe))]
    public void The_published_request_that_proves_the_address_has_its_text_repeated(string mode)
    {
        var protocol = Protocol(Enum.Parse<CallbackMode>(mode));

        Assert.Equal("4375120948345356249", protocol.Prove(ProofQuery, "4375120948345356249"));
    }

    [Fact]
    public void An_encrypted_request_that_proves_the_address_is_answered_with_its_text()
    {
        var echo = Crypto.Encrypt("4375120948345356249");

        Assert.Equal("4375120948345356249", Protocol(CallbackMode.Safe).Prove(Sign(echo), echo));
    }

    [Fact]
    public void A_request_for_proof_that_is_wrongly_signed_is_refused()
    {
        var echo = Crypto.Encrypt("1");

        Assert.Null(Protocol(CallbackMode.Safe).Prove(ProofQuery with { Nonce = "1" }, "1"));
        Assert.Null(Protocol(CallbackMode.Safe).Prove(Sign(echo) with { Nonce = "1" }, echo));
    }

    [Fact]
    public void The_published_push_in_clear_is_opened()
    {
        var query = new CallbackQuery
        {
            Signature = "899cf89e464efb63f54ddac96b0a0a235f53aa78",
            Timestamp = "1714037059",
            Nonce = "486452656",
        };
        const string body =
            """
            {"ToUserName":"gh_97417a04a28d","FromUserName":"o9AgO5Kd5ggOC-bXrbNODIiE3bGY","CreateTime":1714037059,
            "MsgType":"event","Event":"debug_demo","debug_str":"hello world"}
            """;

        var opened = Assert.IsType<PushOpening.Opened>(Protocol(CallbackMode.Plain).Open(query, body));

        Assert.Equal(new OtherEvent("debug_demo", ""), opened.Message.Content);
        Assert.Null(opened.Key);
    }

    [Theory]
    [InlineData(nameof(CallbackMode.Safe))]
    [InlineData(nameof(CallbackMode.Compatible))]
    public void The_published_encrypted_push_is_opened(string mode)
    {
        var protocol = Protocol(Enum.Parse<CallbackMode>(mode));

        var opened = Assert.IsType<PushOpening.Opened>(protocol.Open(EncryptedQuery, EncryptedBody));

        Assert.Equal("o9AgO5Kd5ggOC-bXrbNODIiE3bGY", opened.Message.FromUserName);
        Assert.Same(OfficialExamples.Key, opened.Key);
    }

    [Fact]
    public void An_encrypted_push_in_json_is_opened()
    {
        var body = $$"""{"ToUserName":"gh_97417a04a28d","Encrypt":"{{OfficialExamples.CipherText}}"}""";

        Assert.IsType<PushOpening.Opened>(Protocol(CallbackMode.Safe).Open(EncryptedQuery, body));
    }

    [Fact]
    public void An_encrypted_push_needs_no_other_signature()
    {
        var query = EncryptedQuery with { Signature = null };

        Assert.IsType<PushOpening.Opened>(Protocol(CallbackMode.Safe).Open(query, EncryptedBody));
    }

    [Fact]
    public void In_compatible_mode_the_encrypted_part_is_believed_and_not_the_clear_one()
    {
        var body = PlainBody.Replace(
            "</xml>", $"<Encrypt>{OfficialExamples.CipherText}</Encrypt></xml>", StringComparison.Ordinal);

        var opened = Assert.IsType<PushOpening.Opened>(Protocol(CallbackMode.Compatible).Open(EncryptedQuery, body));

        Assert.IsType<OtherEvent>(opened.Message.Content);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("raw")]
    public void In_compatible_mode_a_push_in_clear_is_opened(string? encryptType)
    {
        var query = PlainQuery with { EncryptType = encryptType };

        Assert.IsType<PushOpening.Opened>(Protocol(CallbackMode.Compatible).Open(query, PlainBody));
    }

    [Fact]
    public void In_plain_mode_the_clear_part_of_a_compatible_push_is_read()
    {
        var body = PlainBody.Replace("</xml>", "<Encrypt>AAAA</Encrypt></xml>", StringComparison.Ordinal);

        var opened = Assert.IsType<PushOpening.Opened>(Protocol(CallbackMode.Plain).Open(EncryptedQuery, body));

        Assert.IsType<TextContent>(opened.Message.Content);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("raw")]
    public void In_safe_mode_a_push_in_clear_is_refused_whatever_its_signature(string? encryptType)
    {
        var query = PlainQuery with { EncryptType = encryptType };

        AssertRefused(PushFault.NotEncrypted, CallbackMode.Safe, query, PlainBody);
    }

    [Fact]
    public void In_safe_mode_a_body_in_clear_is_refused()
    {
        AssertRefused(PushFault.Unreadable, CallbackMode.Safe, EncryptedQuery, PlainBody);
    }

    [Theory]
    [InlineData(nameof(CallbackMode.Safe))]
    [InlineData(nameof(CallbackMode.Compatible))]
    public void An_encrypted_push_without_its_signature_is_refused(string mode)
    {
        var query = EncryptedQuery with { MessageSignature = null };

        AssertRefused(PushFault.MissingParameter, Enum.Parse<CallbackMode>(mode), query, EncryptedBody);
    }

    [Theory]
    [InlineData("046e02f8204d34f8ba5fa3b1db94908f3df2e9b2")]
    [InlineData("046E02F8204D34F8BA5FA3B1DB94908F3DF2E9B3")]
    [InlineData(OfficialExamples.Signature)]
    public void An_encrypted_push_with_a_wrong_signature_is_refused(string signature)
    {
        var query = EncryptedQuery with { MessageSignature = signature };

        AssertRefused(PushFault.WrongSignature, CallbackMode.Safe, query, EncryptedBody);
    }

    [Fact]
    public void A_nonce_changed_after_signing_is_refused()
    {
        AssertRefused(
            PushFault.WrongSignature, CallbackMode.Safe, EncryptedQuery with { Nonce = "415670742" }, EncryptedBody);
        AssertRefused(
            PushFault.WrongSignature, CallbackMode.Plain, PlainQuery with { Nonce = "415670742" }, PlainBody);
    }

    [Fact]
    public void A_time_changed_after_signing_is_refused()
    {
        var query = PlainQuery with { Timestamp = "1714112446" };

        AssertRefused(PushFault.WrongSignature, CallbackMode.Plain, query, PlainBody);
    }

    [Fact]
    public void A_push_for_another_account_is_refused()
    {
        var foreign = new MessageCrypto("wx0000000000000000", OfficialExamples.Key).Encrypt(PlainBody);

        AssertRefused(PushFault.OtherAccount, CallbackMode.Safe, Sign(foreign), Envelope(foreign));
    }

    [Fact]
    public void A_signed_push_that_another_key_encrypted_is_refused()
    {
        var otherKey = EncodingAesKey.Parse("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");
        var foreign = new MessageCrypto(OfficialExamples.AppId, otherKey).Encrypt(PlainBody);

        AssertRefused(PushFault.NotDecryptable, CallbackMode.Safe, Sign(foreign), Envelope(foreign));
    }

    [Theory]
    [InlineData(null, OfficialExamples.Timestamp, OfficialExamples.Nonce)]
    [InlineData(OfficialExamples.Signature, null, OfficialExamples.Nonce)]
    [InlineData(OfficialExamples.Signature, OfficialExamples.Timestamp, "")]
    public void A_push_in_clear_that_misses_a_parameter_is_refused(string? signature, string? timestamp, string? nonce)
    {
        var query = new CallbackQuery { Signature = signature, Timestamp = timestamp, Nonce = nonce };

        AssertRefused(PushFault.MissingParameter, CallbackMode.Plain, query, PlainBody);
    }

    [Fact]
    public void A_document_type_is_refused_outside_and_inside_of_the_encryption()
    {
        var hostile = "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + PlainBody;
        var encrypted = Crypto.Encrypt(hostile);

        AssertRefused(PushFault.Unreadable, CallbackMode.Plain, PlainQuery, hostile);
        AssertRefused(PushFault.Unreadable, CallbackMode.Safe, EncryptedQuery, "<!DOCTYPE xml>" + EncryptedBody);
        AssertRefused(PushFault.Unreadable, CallbackMode.Safe, Sign(encrypted), Envelope(encrypted));
    }

    [Fact]
    public void An_answer_is_sealed_so_that_WeChat_can_open_it()
    {
        var push = Assert.IsType<PushOpening.Opened>(Protocol(CallbackMode.Safe).Open(EncryptedQuery, EncryptedBody));

        var envelope = XElement.Parse(
            Protocol(CallbackMode.Safe).Seal("<xml>答复</xml>", push, "415670741", DateTimeOffset.UnixEpoch));

        var cipherText = envelope.Element("Encrypt")!.Value;
        var opened = Assert.IsType<Decryption.Opened>(Crypto.Decrypt(cipherText));
        Assert.Equal("<xml>答复</xml>", opened.Message);
        Assert.True(CallbackSignature.Matches(
            envelope.Element("MsgSignature")!.Value,
            OfficialExamples.Token,
            envelope.Element("TimeStamp")!.Value,
            envelope.Element("Nonce")!.Value,
            cipherText));
    }

    [Fact]
    public void A_push_in_clear_is_answered_in_clear()
    {
        var push = Assert.IsType<PushOpening.Opened>(Protocol(CallbackMode.Compatible).Open(PlainQuery, PlainBody));

        var answer = Protocol(CallbackMode.Compatible).Seal("<xml>答复</xml>", push, "1", DateTimeOffset.UnixEpoch);

        Assert.Equal("<xml>答复</xml>", answer);
    }

    [Fact]
    public void No_damaged_push_in_clear_throws()
    {
        var random = new Random(1921);
        var protocol = Protocol(CallbackMode.Plain);

        for (var i = 0; i < 10_000; i++)
        {
            protocol.Open(PlainQuery, Damage.Text(random, i % 2 == 0 ? PlainBody : OfficialExamples.Message));
        }
    }

    [Fact]
    public void No_damaged_encrypted_push_throws()
    {
        var random = new Random(1949);
        var protocol = Protocol(CallbackMode.Safe);

        for (var i = 0; i < 10_000; i++)
        {
            // Signed after the damage, as only then the rest of the way is walked.
            var cipherText = i % 2 == 0
                ? Damage.Base64(random, OfficialExamples.CipherText)
                : Crypto.Encrypt(Damage.Text(random, PlainBody));
            var body = Envelope(cipherText);
            protocol.Open(Sign(cipherText), i % 10 == 0 ? Damage.Text(random, body) : body);
        }
    }

    private static CallbackProtocol Protocol(CallbackMode mode) => new(OfficialExamples.Token, mode, Crypto);

    private static void AssertRefused(PushFault fault, CallbackMode mode, CallbackQuery query, string body) =>
        Assert.Equal(new PushOpening.Refused(fault), Protocol(mode).Open(query, body));

    private static CallbackQuery Sign(string cipherText) => EncryptedQuery with
    {
        MessageSignature = CallbackSignature.Compute(
            OfficialExamples.Token, OfficialExamples.Timestamp, OfficialExamples.Nonce, cipherText),
    };

    private static string Envelope(string cipherText) =>
        $"<xml><ToUserName><![CDATA[gh_97417a04a28d]]></ToUserName><Encrypt><![CDATA[{cipherText}]]></Encrypt></xml>";
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PartyCms.WeChat.Crypto;

namespace PartyCms.UnitTests.WeChat;

public sealed class MessageCryptoTests
{
    private const string SampleAppId = "wxb11529c136998cb6";

    private static readonly EncodingAesKey SampleKey =
        EncodingAesKey.Parse("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");

    [Fact]
    public void The_published_push_is_decrypted()
    {
        var crypto = new MessageCrypto(OfficialExamples.AppId, OfficialExamples.Key);

        var opened = Assert.IsType<Decryption.Opened>(crypto.Decrypt(OfficialExamples.CipherText));

        Assert.Equal(OfficialExamples.Message, opened.Message);
    }

    [Fact]
    public void The_published_push_carries_the_published_signature()
    {
        Assert.True(CallbackSignature.Matches(
            OfficialExamples.MessageSignature,
            OfficialExamples.Token,
            OfficialExamples.Timestamp,
            OfficialExamples.Nonce,
            OfficialExamples.CipherText));
    }

    [Fact]
    public void The_published_answer_is_encrypted_byte_for_byte()
    {
        var crypto = new MessageCrypto(
            OfficialExamples.AppId, OfficialExamples.Key, fillRandom: Fill("707722b803182950"));

        var cipherText = crypto.Encrypt("""{"demo_resp":"good luck"}""");

        Assert.Equal(
            "ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==", cipherText);
        Assert.Equal(
            "1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1",
            CallbackSignature.Compute(OfficialExamples.Token, "1713424427", OfficialExamples.Nonce, cipherText));
    }

    [Fact]
    public void The_length_of_a_message_is_counted_in_bytes()
    {
        var crypto = new MessageCrypto(SampleAppId, SampleKey, fillRandom: Fill("aaaabbbbccccdddd"));

        Assert.Equal(
            "jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==",
            crypto.Encrypt("我是中文abcd123"));
    }

    [Fact]
    public void A_long_answer_of_the_crypto_samples_is_encrypted_byte_for_byte()
    {
        var crypto = new MessageCrypto(SampleAppId, SampleKey, fillRandom: Fill("aaaabbbbccccdddd"));

        var cipherText = crypto.Encrypt(
            "<xml><ToUserName><![CDATA[oia2Tj我是中文jewbmiOUlr6X-1crbLOvLw]]></ToUserName>"
            + "<FromUserName><![CDATA[gh_7f083739789a]]></FromUserName><CreateTime>1407743423</CreateTime>"
            + "<MsgType><![CDATA[video]]></MsgType><Video>"
            + "<MediaId><![CDATA[eYJ1MbwPRJtOvIEabaxHs7TX2D-HV71s79GUxqdUkjm6Gs2Ed1KF3ulAOA9H1xG0]]></MediaId>"
            + "<Title><![CDATA[testCallBackReplyVideo]]></Title>"
            + "<Description><![CDATA[testCallBackReplyVideo]]></Description></Video></xml>");

        Assert.Equal(
            "jn1L23DB+6ELqJ+6bruv23M2GmYfkv0xBh2h+XTBOKVKcgDFHle6gqcZ1cZrk3e1qjPQ1F4RsLWzQRG9udbKWesxlkupqcEc"
            + "W7ZQweImX9+wLMa0GaUzpkycA8+IamDBxn5loLgZpnS7fVAbExOkK5DYHBmv5tptA9tklE/fTIILHR8HLXa5nQvFb3tYPKAl"
            + "HF3rtTeayNf0QuM+UW/wM9enGIDIJHF7CLHiDNAYxr+r+OrJCmPQyTy8cVWlu9iSvOHPT/77bZqJucQHQ04sq7KZI27OcqpQ"
            + "NSto2OdHCoTccjggX5Z9Mma0nMJBU+jLKJ38YB1fBIz+vBzsYjrTmFQ44YfeEuZ+xRTQwr92vhA9OxchWVINGC50qE/6lmkw"
            + "WTwGX9wtQpsJKhP+oS7rvTY8+VdzETdfakjkwQ5/Xka042OlUb1/slTwo4RscuQ+RdxSGvDahxAJ6+EAjLt9d8igHngxIbf6"
            + "YyqqROxuxqIeIch3CssH/LqRs+iAcILvApYZckqmA7FNERspKA5f8GoJ9sv8xmGvZ9Yrf57cExWtnX8aCMMaBropU/1k+hKP"
            + "5LVdzbWCG0hGwx/dQudYR/eXp3P0XxjlFiy+9DMlaFExWUZQDajPkdPrEeOwofJb",
            cipherText);
    }

    [Fact]
    public void Messages_of_every_length_survive_the_round_trip()
    {
        var crypto = new MessageCrypto(SampleAppId, SampleKey);
        var random = new Random(20260701);

        for (var length = 0; length <= 2000; length++)
        {
            var message = RandomText(random, length);

            var opened = Assert.IsType<Decryption.Opened>(crypto.Decrypt(crypto.Encrypt(message)));

            Assert.Equal(message, opened.Message);
        }
    }

    [Fact]
    public void The_same_message_is_never_encrypted_alike()
    {
        var crypto = new MessageCrypto(SampleAppId, SampleKey);

        Assert.NotEqual(crypto.Encrypt("党课"), crypto.Encrypt("党课"));
    }

    [Fact]
    public void While_the_key_is_replaced_the_previous_one_still_opens_messages()
    {
        var before = new MessageCrypto(SampleAppId, SampleKey);
        var during = new MessageCrypto(SampleAppId, OfficialExamples.Key, previous: SampleKey);

        var opened = Assert.IsType<Decryption.Opened>(during.Decrypt(before.Encrypt("党课")));

        Assert.Equal("党课", opened.Message);
        Assert.Same(SampleKey, opened.Key);
    }

    [Fact]
    public void An_answer_is_encrypted_with_the_key_that_opened_the_message()
    {
        var before = new MessageCrypto(SampleAppId, SampleKey);
        var during = new MessageCrypto(SampleAppId, OfficialExamples.Key, previous: SampleKey);

        Assert.IsType<Decryption.Opened>(before.Decrypt(during.Encrypt("答复", SampleKey)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("党课")]
    [InlineData("!!!!")]
    [InlineData("YWJj")]
    public void What_is_no_cipher_text_is_refused(string cipherText)
    {
        AssertRefused(DecryptionFault.NotCipherText, cipherText);
    }

    [Fact]
    public void A_cipher_text_that_lost_its_end_is_refused()
    {
        var cipher = Convert.FromBase64String(OfficialExamples.CipherText);

        AssertRefused(DecryptionFault.WrongPadding, Convert.ToBase64String(cipher.AsSpan(..^16)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    [InlineData(255)]
    public void Padding_outside_of_one_to_thirty_two_is_refused(byte padding)
    {
        var content = Content("党课", OfficialExamples.AppId);
        content[^1] = padding;

        AssertRefused(DecryptionFault.WrongPadding, Encrypt(content));
    }

    [Fact]
    public void Padding_of_unequal_bytes_is_refused()
    {
        var content = Content("党课", OfficialExamples.AppId);
        content[^2]++;

        AssertRefused(DecryptionFault.WrongPadding, Encrypt(content));
    }

    [Fact]
    public void Padding_longer_than_the_content_is_refused()
    {
        var content = new byte[16];
        Array.Fill(content, (byte)17);

        AssertRefused(DecryptionFault.WrongPadding, Encrypt(content));
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(1000)]
    public void A_length_outside_of_the_content_is_refused(int length)
    {
        var content = Content("党课", OfficialExamples.AppId);
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(16), length);

        AssertRefused(DecryptionFault.WrongLength, Encrypt(content));
    }

    [Fact]
    public void Content_too_short_for_a_length_is_refused()
    {
        var content = new byte[32];
        Array.Fill(content, (byte)32);

        AssertRefused(DecryptionFault.WrongLength, Encrypt(content));
    }

    [Theory]
    [InlineData(SampleAppId)]
    [InlineData("")]
    [InlineData("wxba5fad812f8e6fb9x")]
    public void A_message_for_another_account_is_refused(string appId)
    {
        AssertRefused(DecryptionFault.OtherAccount, Encrypt(Content("党课", appId)));
    }

    private static void AssertRefused(DecryptionFault fault, string cipherText)
    {
        var crypto = new MessageCrypto(OfficialExamples.AppId, OfficialExamples.Key);

        Assert.Equal(new Decryption.Refused(fault), crypto.Decrypt(cipherText));
    }

    private static byte[] Content(string message, string appId)
    {
        var text = Encoding.UTF8.GetBytes(message + appId);
        var content = new byte[(20 + text.Length) / 32 * 32 + 32];
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(16), Encoding.UTF8.GetByteCount(message));
        text.CopyTo(content, 20);
        content.AsSpan(20 + text.Length).Fill((byte)(content.Length - 20 - text.Length));
        return content;
    }

    private static string Encrypt(byte[] content)
    {
        using var aes = Aes.Create();
        aes.Key = new byte[32];
        return Convert.ToBase64String(aes.EncryptCbc(content, new byte[16], PaddingMode.None));
    }

    private static Action<Span<byte>> Fill(string text) => bytes => Encoding.ASCII.GetBytes(text, bytes);

    private static string RandomText(Random random, int length)
    {
        string[] alphabet = ["a", "<", "]]>", "é", "党", "课", "😀", "\n"];
        return string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)]));
    }
}

using PartyCms.WeChat.Crypto;

namespace PartyCms.UnitTests.WeChat;

/// <summary>The encrypted example that WeChat publishes for its message push.</summary>
internal static class OfficialExamples
{
    public const string Token = "AAAAA";
    public const string AppId = "wxba5fad812f8e6fb9";
    public const string Timestamp = "1714112445";
    public const string Nonce = "415670741";
    public const string Signature = "6c5c811b55cc85e0e1b54100749188c20beb3f5d";
    public const string MessageSignature = "046e02f8204d34f8ba5fa3b1db94908f3df2e9b3";

    public const string CipherText =
        "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzD"
        + "pVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2I"
        + "uQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F"
        + "9mFUPAJGj04=";

    public const string Message =
        "{\"ToUserName\":\"gh_97417a04a28d\",\"FromUserName\":\"o9AgO5Kd5ggOC-bXrbNODIiE3bGY\","
        + "\"CreateTime\":1714112445,\"MsgType\":\"event\",\"Event\":\"debug_demo\",\"debug_str\":\"hello world\"}";

    public static readonly EncodingAesKey Key = EncodingAesKey.Parse(new string('A', EncodingAesKey.Length));
}

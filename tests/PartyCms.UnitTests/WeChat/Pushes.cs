using PartyCms.WeChat.Callback;

namespace PartyCms.UnitTests.WeChat;

/// <summary>Pushes in the form in which WeChat sends them.</summary>
internal static class Pushes
{
    public static IncomingMessage Message(
        string kind, string fields, string from = "oUser-1", long createTime = 1348831860) =>
        IncomingMessageParser.Parse(MessageFields.Read(Xml(kind, fields, from, createTime))!)!;

    public static string Xml(
        string kind, string fields, string from = "oUser-1", long createTime = 1348831860) =>
        $"""
         <xml><ToUserName><![CDATA[gh_1a2b3c]]></ToUserName><FromUserName><![CDATA[{from}]]></FromUserName>
         <CreateTime>{createTime}</CreateTime><MsgType><![CDATA[{kind}]]></MsgType>{fields}</xml>
         """;
}

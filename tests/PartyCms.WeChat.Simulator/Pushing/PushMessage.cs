using System.Xml.Linq;

namespace PartyCms.WeChat.Simulator.Pushing;

/// <summary>A message or event before it is signed: the same for every attempt.</summary>
/// <param name="FromUser">Who sends it: a follower's openid, or <see cref="MpHelper"/> for jobs.</param>
/// <param name="CreateTime">Seconds since 1970.</param>
/// <param name="Fields">Elements after <c>CreateTime</c>, <c>MsgType</c> first.</param>
public sealed record PushMessage(string FromUser, long CreateTime, IReadOnlyList<XElement> Fields)
{
    /// <summary>The name that stands for nobody in the events of jobs.</summary>
    public const string MpHelper = "mphelper";

    /// <summary>Type of a message, or name of an event.</summary>
    public string Name => Value("Event") ?? Value("MsgType") ?? "";

    /// <summary>Text of a field, if it is there.</summary>
    public string? Value(string field) => Fields.FirstOrDefault(element => element.Name.LocalName == field)?.Value;
}

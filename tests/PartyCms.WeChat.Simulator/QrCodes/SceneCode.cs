namespace PartyCms.WeChat.Simulator.QrCodes;

/// <summary>A QR code that says where a follower came from.</summary>
/// <param name="Ticket">Its id.</param>
/// <param name="Scene">What the account wrote into it; a number as its digits.</param>
/// <param name="Url">What the picture holds.</param>
/// <param name="ExpiresAt">When it ends; <c>null</c> for permanent ones.</param>
public sealed record SceneCode(string Ticket, string Scene, string Url, DateTimeOffset? ExpiresAt);

namespace PartyCms.WeChat.Members.SignIn;

/// <summary>Who looks at the site from WeChat, as WeChat told the server, while they are not bound to a member.</summary>
internal sealed record WeChatVisitor(string OpenId);

/// <summary>A sign-in on its way through WeChat.</summary>
/// <param name="Secret">What the state in the address is made of; whoever only sees the address cannot go on with it.</param>
/// <param name="Return">Where the visitor wants to go, a path of this site.</param>
internal sealed record PendingSignIn(string Secret, string Return);

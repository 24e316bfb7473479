<?php
// The few functions of WordPress that the plugin calls, near enough to run its shortcode: php wordpress.php PLUGIN JSON.
define( 'ABSPATH', '/' );
$shortcodes = array();
$filters    = array();
$scripts    = array();

function add_shortcode( $name, $call ) { $GLOBALS['shortcodes'][ $name ] = $call; }
function add_filter( $name, $call, $priority, $count ) { $GLOBALS['filters'][ $name ] = $call; }
function wp_enqueue_script( $handle, $src, $needs, $version, $footer ) { $GLOBALS['scripts'][ $handle ] = $src; }
function plugins_url( $path, $file ) { return 'https://situs.example/plugins/' . $path; }
function shortcode_atts( $known, $given, $name ) { return array_merge( $known, array_intersect_key( $given, $known ) ); }
function wp_strip_all_tags( $text ) { return trim( strip_tags( preg_replace( '@<(script|style)[^>]*?>.*?</\\1>@si', '', $text ) ) ); }
function esc_attr( $text ) { return htmlspecialchars( $text, ENT_QUOTES ); }
function esc_url( $url ) { return str_replace( '&', '&#038;', $url ); }

require $argv[1];

$html = $shortcodes['cermin_koperasi']( json_decode( $argv[2], true ) );
$src  = $scripts['cermin-koperasi'];
$tag  = $filters['script_loader_tag']( '<script src="' . $src . '"></script>', 'cermin-koperasi' );
echo json_encode( array( 'html' => $html, 'script' => $src, 'tag' => $tag ) );
